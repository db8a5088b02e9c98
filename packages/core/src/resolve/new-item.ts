import { compileTable } from '@quotebridge/mapping-rules';
import type { NewItem, RecordId } from '../contract/records.js';
import type { ItemOperation } from '../plan/operation.js';
import type { Conflict } from '../plan/plan.js';
import type { Considered, Reason } from '../plan/reason.js';
import type { SelectedLine } from '../select/selected-line.js';
import { itemContent, itemContentReasons } from './item-content.js';
import { forNewRecord } from './lookup-reader.js';
import { matchKey } from './match-key.js';
import type { ItemContext } from './resolve-items.js';
import { resolveSetting } from './resolve-setting.js';

/** A product that does not exist yet, as its line describes it, in the group of its ItemType. */
export async function newItem(
  number: string,
  line: SelectedLine,
  numberReason: Reason,
  context: ItemContext,
): Promise<{ readonly operation: ItemOperation } | { readonly conflict: Conflict }> {
  const { policy } = context;
  const itemType = line.source?.itemType ?? '';
  const classification: Record<string, RecordId> = {};
  const reasons: Record<string, Reason> = { number: numberReason };
  for (const axis of context.port.axes) {
    const group = await classify(axis.lookup, itemType, context);
    if (group !== undefined && 'conflict' in group) return group;
    if (group === undefined) {
      if (!axis.required) continue;
      return { conflict: noGroup(number, itemType) };
    }
    classification[axis.name] = group.id;
    reasons[`classification.${axis.name}`] = group.reason;
  }
  const taxId = context.taxOf(line);
  const { name, description, price, cost, manufacturerNumber } = itemContent(line);
  const manufacturer = line.source?.manufacturer ?? '';
  const item: NewItem = {
    number,
    name,
    description,
    classification,
    price,
    billingPeriod: line.billingPeriod,
    nature: natureOf(itemType, policy.products.laborItemTypes),
    ...(policy.products.includeCost ? { cost } : {}),
    ...(policy.products.copyNumberToSku && manufacturerNumber !== '' ? { sku: manufacturerNumber } : {}),
    ...(manufacturer === '' ? {} : { manufacturer }),
    ...(typeof taxId === 'string' ? { taxId } : {}),
  };
  const why: Readonly<Record<string, Reason>> = {
    ...itemContentReasons,
    billingPeriod: line.reasons.billingPeriod,
    nature:
      item.nature === 'cost'
        ? { from: 'setting', at: 'products.laborItemTypes', text: `the ItemType ${itemType} is labor` }
        : { from: 'default', text: 'no labor' },
    sku: {
      from: 'setting',
      at: 'products.copyNumberToSku',
      text: 'the manufacturer part number of the line',
    },
    manufacturer: { from: 'document', at: 'Manufacturer', text: 'the manufacturer of the line' },
    taxId: { from: 'document', at: 'TaxCode', text: 'the tax of the line' },
  };
  for (const [field, reason] of Object.entries(why)) if (field in item) reasons[field] = reason;
  return { operation: { kind: 'item', action: 'create', item, reasons } };
}

function natureOf(itemType: string, labor: readonly string[]): NewItem['nature'] {
  return labor.some((entry) => matchKey(entry) === matchKey(itemType)) ? 'cost' : 'product';
}

async function classify(
  lookup: string,
  itemType: string,
  context: ItemContext,
): Promise<{ readonly id: RecordId; readonly reason: Reason } | { readonly conflict: Conflict } | undefined> {
  const { policy, read } = context;
  const rows = Object.entries(policy.productGroupMappings.groups).map(([key, value]) => ({ key, value }));
  const row = compileTable(rows).lookup(itemType);
  const [text, at] =
    row.matched === 'row'
      ? [row.value, `productGroupMappings.groups.${rows[row.row]?.key ?? itemType}`]
      : [policy.defaults.productGroup, 'defaults.productGroup'];
  if (text === undefined) return undefined;
  const resolved = await resolveSetting(forNewRecord(read), lookup, text, at);
  if ('conflict' in resolved) return resolved;
  const reason: Reason = {
    from: row.matched === 'row' ? 'mapping' : 'default',
    at,
    text:
      row.matched === 'row'
        ? `ItemType ${itemType} → ${resolved.entry.name}`
        : `default product group ${resolved.entry.name}`,
    considered: [
      row.matched === 'row'
        ? { candidate: text, at, taken: true, why: `the row for the ItemType ${itemType}` }
        : { ...noRow(itemType, rows.length), at: 'productGroupMappings.groups' },
      row.matched === 'row'
        ? { ...unneeded(policy.defaults.productGroup), at: 'defaults.productGroup' }
        : { candidate: text, at, taken: true, why: 'the default product group' },
    ],
  };
  return { id: resolved.entry.id, reason };
}

function noRow(itemType: string, rows: number): Omit<Considered, 'at'> {
  const why = rows === 0 ? 'no ItemType is mapped' : `none of the ${rows} rows is for this ItemType`;
  return { candidate: itemType === '' ? 'no ItemType' : `ItemType ${itemType}`, taken: false, why };
}

function unneeded(group: string | undefined): Omit<Considered, 'at'> {
  const why = group === undefined ? 'is not set' : 'only for an ItemType without a row';
  return { candidate: group ?? 'default product group', taken: false, why };
}

function noGroup(number: string, itemType: string): Conflict {
  return {
    about: 'defaults.productGroup',
    message: `The product ${number} must be created, but no product group is set for ${itemType === '' ? 'lines without an ItemType' : `the ItemType “${itemType}”`}.`,
    next: 'Set defaults.productGroup, or map the ItemType in productGroupMappings.groups.',
    candidates: [],
  };
}
