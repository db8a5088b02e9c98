import type { NewItem, RecordId } from '../contract/records.js';
import type { ItemOperation } from '../plan/operation.js';
import type { Conflict } from '../plan/plan.js';
import type { Considered, Reason } from '../plan/reason.js';
import { consideredRows } from '../rules/considered-rows.js';
import type { SelectedLine } from '../select/selected-line.js';
import { itemContent } from './item-content.js';
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
    const group = await classify(axis.lookup, line, context);
    if (group !== undefined && 'conflict' in group) return group;
    if (group === undefined) {
      if (!axis.required) continue;
      return { conflict: noGroup(number, itemType, context) };
    }
    classification[axis.name] = group.id;
    reasons[`classification.${axis.name}`] = group.reason;
  }
  const taxId = context.taxOf(line);
  const content = itemContent(line, context.rules);
  const { name, description, price, cost, manufacturerNumber } = content;
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
    ...content.reasons,
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
  { source }: SelectedLine,
  { rules, policy, read }: ItemContext,
): Promise<{ readonly id: RecordId; readonly reason: Reason } | { readonly conflict: Conflict } | undefined> {
  const itemType = source?.itemType ?? '';
  const { compiled, places, ruleSet } = rules;
  const table = compiled.tables.productGroups;
  const scope = rules.scope(source);
  const answer = table?.lookup(scope);
  const text = answer?.value;
  if (table === undefined || answer === undefined || text === undefined) return undefined;
  const pointer = rules.pointerOf('productGroups', answer);
  const at = places.at(pointer);
  const resolved = await resolveSetting(forNewRecord(read), lookup, text, at, places.inFile(pointer));
  if ('conflict' in resolved) return resolved;
  const byRow = answer.matched === 'row';
  const defaultAt = places.at('/productGroups/default');
  const byDefault: Considered = byRow
    ? { ...unneeded(ruleSet.productGroups?.default ?? policy.defaults.productGroup), at: defaultAt }
    : { candidate: text, at, taken: true, why: 'the default product group' };
  const rows: readonly Considered[] = places.isOfFile('/productGroups')
    ? consideredRows(
        {
          path: '/productGroups',
          compiled: table,
          fallback: ruleSet.productGroups?.fallback,
          trace: table.explain(scope),
        },
        rules,
      )
    : [
        byRow
          ? { candidate: text, at, taken: true, why: `the row for the ItemType ${itemType}` }
          : { ...noRow(itemType, table.size), at: places.at('/productGroups/rows') },
      ];
  const reason: Reason = {
    from: byRow ? 'mapping' : 'default',
    at,
    text: byRow
      ? `ItemType ${itemType} → ${resolved.entry.name}`
      : `default product group ${resolved.entry.name}`,
    considered: [...rows, byDefault],
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

function noGroup(number: string, itemType: string, { rules: { places } }: ItemContext): Conflict {
  const [table, byDefault] = [places.at('/productGroups/rows'), places.at('/productGroups/default')];
  return {
    about: byDefault,
    message: `The product ${number} must be created, but no product group is set for ${itemType === '' ? 'lines without an ItemType' : `the ItemType “${itemType}”`}.`,
    next: `Set ${byDefault}, or map the ItemType in ${table}.`,
    candidates: [],
  };
}
