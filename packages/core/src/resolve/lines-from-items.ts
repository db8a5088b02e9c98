import {
  fieldReference,
  type CompiledTable,
  type RuleSet,
  type Table,
  type TableRow,
} from '@quotebridge/mapping-rules';
import type { Item, LookupEntry } from '../contract/records.js';
import type { DocumentLine } from '../domain/document-line.js';
import { findInLookup } from './find-in-lookup.js';
import { matchKey } from './match-key.js';

/** Columns of a line that have a place of their own in it. */
const ownPlaces = {
  ManufacturerPartNumber: 'manufacturerPartNumber',
  VendorPartNumber: 'vendorPartNumber',
  InternalPartNumber: 'internalPartNumber',
} as const;

/** The rules, and their product groups ready to run; undefined: there are none, or they cannot work. */
export interface GroupRules {
  readonly ruleSet: RuleSet;
  readonly table: CompiledTable | undefined;
}

/**
 * Document lines for items of the catalogue, one of each: a push of such a line finds the same item again, because its
 * number stands in the field that the settings name.
 */
export function linesFromItems(
  items: readonly Item[],
  { ruleSet, table }: GroupRules,
  productGroups: readonly LookupEntry[],
): readonly DocumentLine[] {
  const itemTypeOf = itemTypes({ ruleSet, table }, productGroups);
  return items.map((item) => ({
    ...lineOf(item, fieldReference(ruleSet.partNumber?.field ?? '').name),
    // Pasted into a document it stands beside keys such as 1 and 2.
    key: `item-${item.id}`,
    itemType: itemTypeOf(item),
  }));
}

function lineOf(item: Item, field: string): Omit<DocumentLine, 'key' | 'itemType'> {
  const recurs = item.billingPeriod !== 'oneOff';
  return {
    lineType: 'product',
    attributes: recurs ? ['recurring'] : [],
    manufacturerPartNumber: '',
    vendorPartNumber: item.supplierNumber ?? '',
    internalPartNumber: '',
    manufacturer: item.manufacturer ?? '',
    vendor: item.supplier ?? '',
    description: item.name,
    notes: item.description === item.name ? '' : item.description,
    quantity: '1',
    groupQuantity: '1',
    unitOfMeasure: '',
    unitCost: item.cost ?? '0',
    unitList: item.price ?? '0',
    unitPrice: item.price ?? '0',
    taxCode: '',
    fields: {},
    ...(item.billingPeriod === 'oneOff'
      ? {}
      : { recurrence: { period: item.billingPeriod, firstPaymentIncluded: false } }),
    ...numberField(field, numberOf(item)),
  };
}

/** A number that says more than the name, where there is one. */
function numberOf({ name, numbers }: Item): string {
  return numbers.find((number) => number !== name) ?? name;
}

function numberField(field: string, number: string): Partial<DocumentLine> {
  const own = Object.entries(ownPlaces).find(([name]) => name.toLowerCase() === field.toLowerCase());
  return own === undefined ? { fields: { [field]: number } } : { [own[1]]: number };
}

/**
 * The group mapping the other way round: the ItemType that alone leads to the item's group, else the name of the group
 * itself, where no row leads it to another one.
 */
function itemTypes({ ruleSet, table }: GroupRules, groups: readonly LookupEntry[]): (item: Item) => string {
  const byGroup = new Map<string, string[]>();
  for (const itemType of itemTypesIn(ruleSet.productGroups)) {
    const answer = table?.lookupKey(itemType);
    const [entry, ...more] = answer?.matched === 'row' ? findInLookup(groups, answer.value) : [];
    if (entry === undefined || more.length > 0) continue;
    byGroup.set(entry.id, [...(byGroup.get(entry.id) ?? []), itemType]);
  }
  return ({ classification }) => {
    for (const { id, name } of Object.values(classification)) {
      const leading = byGroup.get(id) ?? [];
      if (leading.length === 1) return leading[0] ?? '';
      const own = leading.find((itemType) => matchKey(itemType) === matchKey(name));
      if (own !== undefined) return own;
      if (table?.lookupKey(name).matched !== 'row') return name;
    }
    return '';
  };
}

/** The ItemTypes that rows name as a whole; what begins like a text or is like a pattern names none. */
function itemTypesIn(table: Table | undefined): readonly string[] {
  if (table === undefined) return [];
  const { rows, match = 'anyCase', key = 'ItemType' } = table;
  if (key.toLowerCase() !== 'itemtype' || match === 'prefix' || match === 'pattern') return [];
  if (!isList(rows)) return Object.keys(rows);
  const named = rows.flatMap(({ when }) => {
    if (typeof when === 'string') return [when];
    const condition = when[key];
    if (condition === undefined || Object.keys(when).length > 1) return [];
    if (typeof condition === 'string') return [condition];
    return 'exact' in condition ? [condition.exact] : 'anyCase' in condition ? [condition.anyCase] : [];
  });
  return [...new Set(named)];
}

function isList(rows: Table['rows']): rows is readonly TableRow[] {
  return Array.isArray(rows);
}
