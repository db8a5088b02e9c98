import type { CallOptions, Item, ItemFindings, ItemPort, ItemQuery, NewItem } from '@quotebridge/core/plugin';
import type { MemoryGateway } from './memory-gateway.js';
import { nextMemoryId } from './memory-id.js';
import { collectPages } from './memory-pages.js';
import { contains } from './memory-people.js';
import type { MemoryTenant } from './memory-tenant.js';
import { noSuchRecord } from './no-such-record.js';
import { writtenFields } from './written-fields.js';

export function memoryItems(gateway: MemoryGateway, pageSize: number): ItemPort {
  return {
    axes: [{ name: 'group', lookup: 'productGroups', required: true }],
    search: (query, options) => {
      const page = (from: number): Promise<readonly Item[]> =>
        gateway.read(options, (tenant) =>
          [...tenant.items.values()].filter((item) => isWanted(item, query)).slice(from, from + pageSize),
        );
      return collectPages(page, pageSize, query.limit ?? 50);
    },
    findByNumbers: (numbers, options) => findByNumbers(gateway, numbers, options),
    list: (options) => catalogue(gateway, pageSize, options),
    createMany: async (items, options) =>
      items.length === 0 ? [] : gateway.write(options, (tenant) => items.map((item) => create(tenant, item))),
    updateMany: async (updates, options) =>
      updates.length === 0
        ? []
        : gateway.write(options, (tenant) =>
            updates.map(({ id, fields }) => {
              const item = {
                ...(tenant.items.get(id) ?? noSuchRecord('item', id)),
                ...writtenFields(fields),
              };
              tenant.items.set(id, item);
              return item;
            }),
          ),
    remove: (id, options) => gateway.write(options, (tenant) => void tenant.items.delete(id)),
  };
}

async function findByNumbers(
  gateway: MemoryGateway,
  numbers: readonly string[],
  options: CallOptions | undefined,
): Promise<ItemFindings> {
  if (numbers.length === 0) return { found: new Map(), seen: [] };
  const seen = await gateway.read(options, (tenant) =>
    [...tenant.items.values()].filter((item) => item.numbers.some((number) => numbers.includes(number))),
  );
  const found = new Map<string, readonly Item[]>();
  for (const number of numbers) {
    const carriers = seen.filter((item) => item.numbers.includes(number));
    if (carriers.length > 0) found.set(number, carriers);
  }
  return { found, seen };
}

async function* catalogue(
  gateway: MemoryGateway,
  pageSize: number,
  options: CallOptions | undefined,
): AsyncGenerator<{ readonly items: readonly Item[]; readonly total: number }> {
  const active = (tenant: MemoryTenant): readonly Item[] =>
    [...tenant.items.values()].filter((item) => !item.inactive);
  let from = 0;
  for (;;) {
    const page = await gateway.read(options, (tenant) => ({
      items: active(tenant).slice(from, from + pageSize),
      total: active(tenant).length,
    }));
    if (page.items.length > 0) yield page;
    from += page.items.length;
    if (page.items.length < pageSize) return;
  }
}

function create(tenant: MemoryTenant, { number, classification, ...rest }: NewItem): Item {
  const id = nextMemoryId(tenant, 'item');
  const groupId = classification['group'] ?? '';
  const name = tenant.lookups.get('productGroups')?.find((group) => group.id === groupId)?.name ?? '';
  const { name: itemName, description, cost, price, billingPeriod, sku, manufacturer } = rest;
  const item: Item = {
    id,
    numbers: [number],
    name: itemName,
    description,
    inactive: false,
    classification: { group: { id: groupId, name } },
    ...(cost === undefined ? {} : { cost }),
    price,
    billingPeriod,
    ...(sku === undefined ? {} : { sku }),
    ...(manufacturer === undefined ? {} : { manufacturer }),
    url: `memory:items/${id}`,
  };
  tenant.items.set(id, item);
  return item;
}

function isWanted(item: Item, query: ItemQuery): boolean {
  const { name, description, numbers, sku = '', supplier = '', supplierNumber = '' } = item;
  const anywhere = [name, description, ...numbers, sku, supplier, supplierNumber];
  return (
    (query.includeInactive === true || !item.inactive) &&
    (query.recurring === undefined || (item.billingPeriod !== 'oneOff') === query.recurring) &&
    isClassified(item, query.classification ?? {}) &&
    anywhere.some((text) => contains(text, query.text ?? '')) &&
    numbers.some((number) => contains(number, query.number ?? '')) &&
    contains(sku, query.sku ?? '') &&
    contains(supplierNumber, query.supplierNumber ?? '')
  );
}

function isClassified(item: Item, classification: Readonly<Record<string, string>>): boolean {
  return Object.entries(classification).every(([axis, id]) => item.classification[axis]?.id === id);
}
