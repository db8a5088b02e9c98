import type { Item } from '@quotebridge/core/plugin';
import { pageLink } from '../links/page-link.js';
import { readBillingPeriod } from '../periods/billing-period-codes.js';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from '../record/halo-record.js';
import {
  readDecimal,
  readFirstText,
  readFlag,
  readId,
  readText,
  readWholeNumber,
} from '../record/read-values.js';
import { withoutUndefined } from '../record/without-undefined.js';
import type { HaloSettings } from '../settings/halo-settings.js';

const profile = fieldProfile.item;

/**
 * Undefined for a row without an id.
 *
 * @param inactiveAsked whether the list holds inactive items as well; otherwise every row is an active one.
 */
export function toItem(record: HaloRecord, settings: HaloSettings, inactiveAsked = false): Item | undefined {
  const id = readId(record, 'id');
  if (id === undefined) return undefined;
  const groupId = readId(record, profile.group);
  const recurring = readFlag(record, profile.recurring) ?? false;
  const recurringPrice = recurring ? readDecimal(record, profile.recurringPrice) : undefined;
  const recurringCost = recurring ? readDecimal(record, profile.recurringCost) : undefined;
  return withoutUndefined<Item>({
    id,
    numbers: [...new Set(itemNumbers(record, settings).filter((number) => number !== ''))],
    name: readFirstText(record, 'name'),
    description: readText(record, profile.description) ?? '',
    inactive: inactiveAsked && isInactive(record),
    classification:
      groupId === undefined ? {} : { group: { id: groupId, name: readFirstText(record, profile.groupName) } },
    cost: nonZero(recurringCost) ?? readDecimal(record, profile.cost),
    price: nonZero(recurringPrice) ?? readDecimal(record, profile.price),
    billingPeriod: recurring ? recurringPeriod(record) : 'oneOff',
    sku: readFirstText(record, profile.sku) || undefined,
    supplier: readFirstText(record, profile.supplier) || undefined,
    supplierNumber: readFirstText(record, profile.supplierNumber) || undefined,
    manufacturer: readFirstText(record, profile.manufacturer) || undefined,
    stock: readDecimal(record, profile.stock),
    url: pageLink(settings.server, 'item', id),
  });
}

/** The text of every field that counts as item number, in the order of the setting; `''` where there is none. */
export function itemNumbers(record: HaloRecord, { itemNumberFields }: HaloSettings): readonly string[] {
  return itemNumberFields.map((field) => readFirstText(record, field));
}

function isInactive(record: HaloRecord): boolean {
  return readFlag(record, 'inactive') ?? readWholeNumber(record, 'status') === profile.inactiveStatus;
}

function recurringPeriod(record: HaloRecord): Item['billingPeriod'] {
  const period = readBillingPeriod(record, profile.billingPeriod);
  return period === undefined || period === 'oneOff' ? profile.periodWhenUnstated : period;
}

function nonZero(amount: string | undefined): string | undefined {
  return amount === '0' ? undefined : amount;
}
