import { compileTable } from '@quotebridge/mapping-rules';
import type { Item, LookupEntry } from '../contract/records.js';
import type { DocumentLine } from '../domain/document-line.js';
import type { PushPolicy } from '../settings/push-policy.js';
import { findInLookup } from './find-in-lookup.js';

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
  return items.map((item, index) => ({
    ...lineOf(item, policy),
    key: String(index + 1),
    itemType: itemTypeOf(item),
  }));
}

function lineOf(item: Item, { products }: PushPolicy): Omit<DocumentLine, 'key' | 'itemType'> {
  const recurs = item.billingPeriod !== 'oneOff';
  return {
    lineType: 'product',
    attributes: recurs ? ['recurring'] : [],
    manufacturerPartNumber: '',
    vendorPartNumber: '',
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

/** The group mapping the other way round: an ItemType only where it is the one that leads to the item's group. */
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
    for (const { id } of Object.values(classification)) {
      const [itemType, ...more] = byGroup.get(id) ?? [];
      if (itemType !== undefined && more.length === 0) return itemType;
    }
    return '';
  };
}
