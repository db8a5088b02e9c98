import { castItems, group, type CastItem } from './cast-items.js';
import { inventedItem } from './invented-item.js';
import type { SeedRow } from './seed.js';
import { SeededRandom } from './seeded-random.js';

export const firstItemId = 1001;
const untaxedGroups: ReadonlySet<number> = new Set([
  group.services,
  group.labour,
  group.cloud,
  group.freight,
]);
const suppliersByGroup: ReadonlyMap<number, number> = new Map([
  [group.hardware, 61],
  [group.software, 66],
  [group.cloud, 63],
  [group.networking, 65],
  [group.accessories, 64],
]);

export interface ItemData {
  readonly items: readonly SeedRow[];
  readonly itemSuppliers: readonly SeedRow[];
}

/** `count` products: those of the cast, then invented ones. */
export function itemData(count: number): ItemData {
  const random = new SeededRandom(600);
  const invented = Array.from({ length: Math.max(count - castItems.length, 0) }, (_, index) =>
    inventedItem(index, random),
  );
  const items = [...castItems, ...invented]
    .slice(0, count)
    .map((item, index) => itemRow(item, firstItemId + index));
  const supplied = items.filter(({ supplier_id: supplier }) => supplier !== 0);
  const itemSuppliers = supplied.map((item, index) => ({
    id: 900_001 + index,
    item_id: item.id,
    supplier_id: item['supplier_id'],
    supplier_sku: item['default_supplier_part_code'],
    cost: item['costprice'],
    price: item['baseprice'],
  }));
  return { items, itemSuppliers };
}

function itemRow([partNumber, name, groupId, cost, price, recurring]: CastItem, id: number): SeedRow {
  const supplierId = suppliersByGroup.get(groupId) ?? 0;
  return {
    id,
    name,
    supplier_part_code: partNumber,
    internalreference: '',
    externalreference: partNumber,
    description: name,
    assetgroup_id: groupId,
    status: 0,
    baseprice: price,
    costprice: cost,
    isrecurringitem: recurring !== undefined,
    recurringprice: recurring ? price : 0,
    recurringcost: recurring ? cost : 0,
    item_default_billing_period: recurring === undefined ? 0 : { monthly: 2, yearly: 3 }[recurring],
    taxcode: untaxedGroups.has(groupId) ? 1 : 2,
    taxable: true,
    supplier_id: supplierId,
    ...(supplierId > 0 && { default_supplier_part_code: supplierSku(supplierId, partNumber) }),
    ...manufacturerOf(name),
    ...stockOf(partNumber),
    quantity_reserved: 0,
    quantity_on_order: 0,
    doesnotneedconsigning: untaxedGroups.has(groupId),
    type: 0,
  };
}

function supplierSku(supplierId: number, partNumber: string): string {
  return `${supplierId}-${partNumber}`;
}

/** Makers by the first word of a product's name. */
const manufacturers: ReadonlyMap<string, readonly [id: number, name: string]> = new Map([
  ['Dell', [81, 'Dell']],
  ['Fortinet', [82, 'Fortinet']],
  ['FortiGate', [82, 'Fortinet']],
  ['UniFi', [83, 'Ubiquiti']],
  ['APC', [84, 'APC by Schneider Electric']],
  ['Microsoft', [85, 'Microsoft']],
]);

function manufacturerOf(name: string): Readonly<Record<string, unknown>> {
  const [id, title] = manufacturers.get(name.split(' ')[0] ?? '') ?? [0, ''];
  return { manufacturer_id: id, manufacturer_name: title };
}

/** Products whose stock is tracked, with the pieces that lie there. */
const tracked: ReadonlyMap<string, number> = new Map([
  ['LAT-5550-I7', 12],
  ['U2724D', 30],
  ['FG-60F', 4],
  ['APC-SMT1500', 0],
]);

function stockOf(partNumber: string): Readonly<Record<string, unknown>> {
  const pieces = tracked.get(partNumber);
  return { dont_track_stock: pieces === undefined, quantity_in_stock: pieces ?? 0 };
}
