import { expect } from 'chai';
import type { Item, ItemQuery } from '@quotebridge/core/plugin';
import { check, type Check, type CheckGroup } from '../suite/check.js';
import type { ConformanceSubject } from '../suite/conformance-subject.js';
import { given } from '../expectation/given.js';
import { itemsOf, newItems } from '../expectation/kit-items.js';

/** What a person types into the product lookup. */
export const itemSearchChecks: CheckGroup = {
  name: 'items.search',
  ports: ['items'],
  checks: [
    check('items.search.number', 'finds items by part of their number alone', async (subject) => {
      const { id, number } = given(subject.samples.item, 'samples.item');
      const [other] = await create(subject, { description: `Not ${number}` });
      const found = await search(subject, { number: number.slice(1).toLowerCase() });
      expect(ids(found)).to.include(id).and.not.include(other?.id);
    }),
    check('items.search.sku', 'finds items by part of their SKU alone', async (subject) => {
      const [wanted, other] = await create(subject, { sku: 'KIT/SKU-83' }, { description: 'KIT/SKU-83' });
      const found = await search(subject, { sku: 'it/sku-83' });
      expect(ids(found)).to.deep.equal([wanted?.id]);
      expect(found[0]?.sku).to.equal('KIT/SKU-83');
      expect(ids(await search(subject, { text: 'KIT/SKU-83' })), 'by text').to.include(wanted?.id);
      expect(ids(await search(subject, { sku: 'no-such-8361' }))).not.to.include(other?.id);
    }),
    check(
      'items.search.supplierNumber',
      'finds items by part of the supplier’s number alone',
      async (subject) => {
        const { id, supplierNumber } = given(subject.samples.item, 'samples.item');
        const text = given(supplierNumber, 'samples.item.supplierNumber');
        const [other] = await create(subject, { description: `Not ${text}` });
        const found = await search(subject, { supplierNumber: text.slice(1) });
        expect(ids(found)).to.include(id).and.not.include(other?.id);
        expect(found.find((item) => item.id === id)?.supplierNumber).to.equal(text);
      },
    ),
    check('items.search.classification', 'finds items of one class only', async (subject) => {
      const classification = given(subject.samples.classification, 'samples.classification');
      const [created] = await create(subject, {});
      const found = await search(subject, { classification, limit: 500 });
      expect(ids(found)).to.include(created?.id);
      for (const [axis, id] of Object.entries(classification)) {
        for (const item of found)
          expect(item.classification[axis]?.id, `${axis} of ${item.name}`).to.equal(id);
      }
    }),
    recurringCheck(),
    check('items.search.limit', 'gives no more than asked for', async (subject) => {
      expect(await search(subject, { limit: 1 })).to.have.length(1);
      const size = given(subject.samples.catalogueSize, 'samples.catalogueSize');
      expect(await search(subject, { limit: size - 1 })).to.have.length(size - 1);
    }),
  ],
};

function recurringCheck(): Check {
  return check('items.search.recurring', 'tells recurring items from others', async (subject) => {
    const [monthly, once] = await create(subject, { billingPeriod: 'monthly' }, { billingPeriod: 'oneOff' });
    const recurring = await search(subject, { recurring: true, limit: 500 });
    expect(ids(recurring)).to.include(monthly?.id).and.not.include(once?.id);
    const others = await search(subject, { recurring: false, limit: 500 });
    expect(ids(others)).to.include(once?.id).and.not.include(monthly?.id);
  });
}

function search(subject: ConformanceSubject, query: ItemQuery): Promise<readonly Item[]> {
  return itemsOf(subject).search(query);
}

/** Creates an item for each of these, with what is special about it. */
function create(
  subject: ConformanceSubject,
  ...special: readonly Partial<ReturnType<typeof newItems>[number]>[]
): Promise<readonly Item[]> {
  const plain = newItems(subject, special.length);
  return itemsOf(subject).createMany(plain.map((item, index) => ({ ...item, ...special[index] })));
}

function ids(items: readonly Item[]): readonly string[] {
  return items.map(({ id }) => id);
}
