import { compileTable } from '@quotebridge/mapping-rules';
import type { Item, LookupEntry } from '../contract/records.js';
import type { DocumentLine } from '../domain/document-line.js';
import type { PushPolicy } from '../settings/push-policy.js';
import { findInLookup } from './find-in-lookup.js';
import { matchKey } from './match-key.js';

/** Columns of a line that have a place of their own in it. */
const ownPlaces = {
  ManufacturerPartNumber: 'manufacturerPartNumber',
  VendorPartNumber: 'vendorPartNumber',
  InternalPartNumber: 'internalPartNumber',
} as const;

/**
 * Document lines for items of the catalogue, one of each: a push of such a line finds the same item again, because its
 * number stands in the field that the settings name.
 */
export function linesFromItems(
  items: readonly Item[],
  policy: PushPolicy,
  productGroups: readonly LookupEntry[],
): readonly DocumentLine[] {
  const itemTypeOf = itemTypes(policy, productGroups);
  return items.map((item) => ({
    ...lineOf(item, policy),
    // Pasted into a document it stands beside keys such as 1 and 2.
    key: `item-${item.id}`,
    itemType: itemTypeOf(item),
  }));
}

function lineOf(item: Item, { products }: PushPolicy): Omit<DocumentLine, 'key' | 'itemType'> {
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
    ...numberField(products.itemNumberField, numberOf(item)),
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
function itemTypes(policy: PushPolicy, groups: readonly LookupEntry[]): (item: Item) => string {
  const { groups: rows } = policy.productGroupMappings;
  const byGroup = new Map<string, string[]>();
  const table = compileTable(Object.entries(rows).map(([key, value]) => ({ key, value })));
  for (const itemType of Object.keys(rows)) {
    const answer = table.lookup(itemType);
    const [entry, ...more] = answer.matched === 'row' ? findInLookup(groups, answer.value) : [];
    if (entry === undefined || more.length > 0) continue;
    byGroup.set(entry.id, [...(byGroup.get(entry.id) ?? []), itemType]);
  }
  return ({ classification }) => {
    for (const { id, name } of Object.values(classification)) {
      const leading = byGroup.get(id) ?? [];
      if (leading.length === 1) return leading[0] ?? '';
      const own = leading.find((itemType) => matchKey(itemType) === matchKey(name));
      if (own !== undefined) return own;
      if (table.lookup(name).matched === 'none') return name;
    }
    return '';
  };
}
