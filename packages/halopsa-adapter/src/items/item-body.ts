import { decimal, type NewItem } from '@quotebridge/core/plugin';
import { billingPeriodCode } from '../periods/billing-period-codes.js';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from '../record/halo-record.js';
import { optionalHaloId } from '../record/write-values.js';
import { withoutUndefined } from '../record/without-undefined.js';
import type { HaloSettings } from '../settings/halo-settings.js';

const profile = fieldProfile.item;

/**
 * A new item as HaloPSA takes it. Its number goes to the first of the item number fields; when that is the name, the
 * wanted name moves into an empty description.
 */
export function itemBody(
  item: NewItem,
  { itemNumberFields: [numberField], costItemType }: HaloSettings,
): HaloRecord {
  const numberIsName = numberField === 'name';
  const price = decimal.toNumber(item.price);
  const cost = item.cost === undefined ? undefined : decimal.toNumber(item.cost);
  const recurring = item.billingPeriod !== 'oneOff';
  return withoutUndefined<Record<string, unknown>>({
    name: item.name,
    [profile.description]: item.description === '' && numberIsName ? item.name : item.description,
    [profile.sku]: item.sku,
    [numberField]: item.number,
    [profile.group]: optionalHaloId(item.classification['group'], profile.group),
    [profile.price]: price,
    [profile.cost]: cost,
    [profile.recurring]: recurring,
    [profile.billingPeriod]: billingPeriodCode(item.billingPeriod),
    [profile.recurringPrice]: recurring ? price : undefined,
    [profile.recurringCost]: recurring ? cost : undefined,
    [profile.tax]: optionalHaloId(item.taxId, profile.tax),
    ...(item.nature === 'cost' ? { ...profile.costItem, [profile.costItemType]: costItemType } : {}),
    [profile.manufacturer]: item.manufacturer === '' ? undefined : item.manufacturer,
  });
}
