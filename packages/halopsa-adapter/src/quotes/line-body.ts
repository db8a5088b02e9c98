import {
  decimal,
  type JsonValue,
  type QuoteLineFields,
  type QuoteLineWrite,
  type StoredQuoteLine,
} from '@quotebridge/core/plugin';
import { billingPeriodCode } from '../periods/billing-period-codes.js';
import { fieldProfile } from '../profile/field-profile.js';
import { isHaloRecord, type HaloRecord } from '../record/halo-record.js';
import { haloId } from '../record/write-values.js';
import type { HaloSettings } from '../settings/halo-settings.js';
import { allocateGroups, groupOf, noGroup } from './line-groups.js';
import { lineKeyField } from './line-key.js';
import { linePriceFields } from './line-price.js';
import { linePositions } from './line-positions.js';
import { lineTaxFields } from './line-tax.js';

const profile = fieldProfile.line;

/**
 * The complete list of lines as HaloPSA takes it, in order. Lines to be updated carry their id.
 *
 * @param linked what DataLink writes into a line, by its key.
 */
export function lineBodies(
  lines: readonly QuoteLineWrite[],
  settings: HaloSettings,
  linked: ReadonlyMap<string, HaloRecord> = new Map(),
): readonly HaloRecord[] {
  const groups = allocateGroups(lines);
  const positions = linePositions(lines);
  return lines.map((line, index) => {
    const position = { [profile.position]: positions[index] };
    if (line.action === 'foreign') return { ...foreignBody(line.id, line.line, groups), ...position };
    const id = line.action === 'create' ? {} : { id: haloId(line.id, 'lines.id') };
    const group =
      line.fields.kind === 'heading'
        ? (groups.get(line.key) ?? noGroup)
        : groupOf(line.fields.groupKey, groups);
    return {
      ...linked.get(line.key),
      ...id,
      ...lineKeyField(line.key),
      ...lineFields(line.fields, group, settings),
      ...position,
    };
  });
}

/** What a line keeps when HaloPSA will not remove it: no money, no group, and a key by which it counts as gone. */
export function emptiedLine(id: string): HaloRecord {
  return {
    id: haloId(id, 'lines.id'),
    [profile.key]: profile.removedKey,
    [profile.quantity]: 0,
    [profile.price]: 0,
    [profile.listPrice]: 0,
    [profile.cost]: 0,
    [profile.isHeading]: false,
    [profile.group]: noGroup,
  };
}

/** A line as read, without what HaloPSA computes, so that it can be written back as it is. */
export function writableLine(line: HaloRecord): JsonValue {
  const entries = Object.entries(line).filter(
    ([field, value]) =>
      value !== null &&
      value !== undefined &&
      !(profile.readOnly as readonly string[]).includes(field) &&
      !profile.readOnlyStart.some((start) => field.startsWith(start)) &&
      !profile.readOnlyEnd.some((end) => field.endsWith(end)),
  );
  return Object.fromEntries(entries) as JsonValue;
}

function lineFields(fields: QuoteLineFields, group: number, settings: HaloSettings): HaloRecord {
  return {
    [profile.isHeading]: fields.kind === 'heading',
    [profile.group]: group,
    item_id: fields.itemId === null ? 0 : haloId(fields.itemId, 'lines.item_id'),
    [profile.itemNumber]: fields.itemNumber,
    name: fields.name,
    note: fields.note,
    [profile.quantity]: decimal.toNumber(fields.quantity),
    ...linePriceFields(fields, settings.lineDiscount),
    ...(fields.cost === undefined ? {} : { [profile.cost]: decimal.toNumber(fields.cost) }),
    [profile.billingPeriod]: billingPeriodCode(fields.billingPeriod),
    [profile.optional]: fields.optional,
    ...lineTaxFields(fields.taxId, settings.zeroTaxId),
  };
}

/** A person's line goes back as it was; in one of our groups it follows the group's new id. */
function foreignBody(id: string, line: StoredQuoteLine, groups: ReadonlyMap<string, number>): HaloRecord {
  const group = groups.get(line.groupKey ?? '');
  return {
    ...(isHaloRecord(line.opaque) ? line.opaque : {}),
    id: haloId(id, 'lines.id'),
    ...(group === undefined ? {} : { [profile.group]: group }),
  };
}
