import type { ItemPort } from '@quotebridge/core/plugin';
import type { Mutant, WholeAdapter } from './mutant.js';

/** Mistakes in the product lookup and in updates of products. */
export const itemMutants: readonly Mutant[] = [
  itemMutant('looks for a number in all texts', ['items.search.number'], (items) => ({
    search: ({ number = '', ...query }) => items.search({ text: number, ...query }),
  })),
  itemMutant('looks for a SKU in all texts', ['items.search.sku'], (items) => ({
    search: ({ sku = '', ...query }) => items.search({ text: sku, ...query }),
  })),
  itemMutant('looks for the supplier’s number in all texts', ['items.search.supplierNumber'], (items) => ({
    search: ({ supplierNumber = '', ...query }) => items.search({ text: supplierNumber, ...query }),
  })),
  itemMutant('finds items of every class', ['items.search.classification'], (items) => ({
    search: ({ classification: _, ...query }) => items.search(query),
  })),
  itemMutant('finds what recurs and what does not', ['items.search.recurring'], (items) => ({
    search: ({ recurring: _, ...query }) => items.search(query),
  })),
  itemMutant('gives as many items as there are', ['items.search.limit'], (items) => ({
    search: (query) => items.search({ ...query, limit: 1000 }),
  })),
  itemMutant('leaves out items that are a cost', ['items.create.nature'], (items) => ({
    createMany: (wanted) => items.createMany(wanted.filter(({ nature }) => nature === 'product')),
  })),
  itemMutant(
    'writes the description with every update',
    ['items.update.fields', 'items.update.name', 'items.update.sku'],
    (items) => ({
      updateMany: (updates) =>
        items.updateMany(updates.map(({ id, fields }) => ({ id, fields: { description: '', ...fields } }))),
    }),
  ),
  itemMutant('never writes the SKU', ['items.update.sku'], (items) => ({
    updateMany: (updates) =>
      items.updateMany(updates.map(({ id, fields: { sku: _, ...fields } }) => ({ id, fields }))),
  })),
  itemMutant('never writes the name', ['items.update.name'], (items) => ({
    updateMany: (updates) =>
      items.updateMany(updates.map(({ id, fields: { name: _, ...fields } }) => ({ id, fields }))),
  })),
  itemMutant('answers updated items in another order', ['items.update.order'], (items) => ({
    updateMany: async (updates) => [...(await items.updateMany(updates))].reverse(),
  })),
  itemMutant('asks the PSA to update nothing', ['items.update.none'], (items) => ({
    updateMany: async (updates) => {
      await items.search({ limit: 1 });
      return items.updateMany(updates);
    },
  })),
];

function itemMutant(
  mistake: string,
  fails: readonly string[],
  mutate: (items: WholeAdapter['items']) => Partial<ItemPort>,
): Mutant {
  return { mistake, fails, mutate: ({ items }) => ({ items: { ...items, ...mutate(items) } }) };
}
