import { expect } from 'chai';
import type { Item, ItemUpdate } from '@quotebridge/core/plugin';
import { check, type CheckGroup } from '../suite/check.js';
import type { ConformanceSubject } from '../suite/conformance-subject.js';
import { given } from '../expectation/given.js';
import { itemsOf, newItems } from '../expectation/kit-items.js';

export const itemUpdateChecks: CheckGroup = {
  name: 'items.update',
  ports: ['items.updateMany'],
  checks: [
    check('items.update.fields', 'writes exactly the given fields of exactly that item', async (subject) => {
      for (const fields of [
        { description: 'Written “by the kit”\nin two lines' },
        { cost: '11.25' },
        { price: '12.3456' },
        { cost: '3', price: '4' },
      ] satisfies ItemUpdate[]) {
        await expectUpdated(subject, fields);
      }
    }),
    check('items.update.name', 'writes the name alone', (subject) =>
      expectUpdated(subject, { name: 'Renamed by the kit' }),
    ),
    check('items.update.sku', 'writes the SKU alone', (subject) =>
      expectUpdated(subject, { sku: 'KIT/SKU-84' }),
    ),
    check(
      'items.update.order',
      'answers many in the order of the input, as they are now',
      async (subject) => {
        const created = await itemsOf(subject).createMany(newItems(subject, 5));
        const updates = created.map(({ id }, index) => ({ id, fields: { price: `${index + 1}.5` } }));
        const answered = await update(subject, updates);
        expect(answered.map(({ id, price }) => ({ id, fields: { price } }))).to.deep.equal(updates);
      },
    ),
    check('items.update.none', 'updates nothing for no items, without a request', async (subject) => {
      const counts = given(subject.counts, 'counts');
      expect(await update(subject, [])).to.deep.equal([]);
      expect(counts(), 'requests').to.deep.equal({ read: 0, write: 0 });
    }),
  ],
};

function update(
  subject: ConformanceSubject,
  updates: readonly { readonly id: string; readonly fields: ItemUpdate }[],
): Promise<readonly Item[]> {
  const missing = 'method “items.updateMany” (an adapter without it says so in `without`)';
  return given(itemsOf(subject).updateMany?.(updates), missing);
}

async function expectUpdated(subject: ConformanceSubject, fields: ItemUpdate): Promise<void> {
  // Other numbers for each set of fields: a subject is asked about several.
  const suffix = Object.values(fields).join('').replaceAll(/\W/g, '').slice(0, 12);
  const wanted = newItems(subject, 2).map((item) => ({ ...item, number: `${item.number}-${suffix}` }));
  const numbers = wanted.map(({ number }) => number);
  const read = async (): Promise<readonly (Item | undefined)[]> => {
    const { found } = await itemsOf(subject).findByNumbers(numbers);
    return numbers.map((number) => found.get(number)?.[0]);
  };
  await itemsOf(subject).createMany(wanted);
  const [one, other] = await read();
  await update(subject, [{ id: given(one, 'item that was created').id, fields }]);
  expect((await read()).map(withoutNumbers), Object.keys(fields).join()).to.deep.equal(
    [{ ...given(one, 'item that was created'), ...fields }, other].map(withoutNumbers),
  );
}

/** A name or SKU may count as item number. */
function withoutNumbers(item: Item | undefined): Partial<Item> | undefined {
  return item === undefined ? undefined : { ...item, numbers: [] };
}
