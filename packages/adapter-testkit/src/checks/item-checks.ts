import { expect } from 'chai';
import type { Item } from '@quotebridge/core/plugin';
import { check, type CheckGroup } from '../suite/check.js';
import { expectDistinct } from '../expectation/expect-distinct.js';
import { expectFields } from '../expectation/expect-fields.js';
import { expectTextId } from '../expectation/expect-text-id.js';
import { given } from '../expectation/given.js';
import { itemsOf, newItems } from '../expectation/kit-items.js';

export const itemChecks: CheckGroup = {
  name: 'items',
  ports: ['items'],
  checks: [
    check(
      'items.axes',
      'each axis of classification has a list of its values',
      async ({ contactManager }) => {
        for (const { name, lookup } of itemsOf({ contactManager }).axes) {
          expect(contactManager.lookups.names, `lookup of the axis ${name}`).to.include(lookup);
          await contactManager.lookups.list(lookup);
        }
      },
    ),
    check('items.find.found', 'finds an item by its exact number', async (subject) => {
      const { id, number } = given(subject.samples.item, 'samples.item');
      const { found } = await itemsOf(subject).findByNumbers([number]);
      expect(found.get(number)?.map((item) => item.id)).to.deep.equal([id]);
      expect(found.get(number)?.[0]?.numbers).to.include(number);
    }),
    check(
      'items.find.missing',
      'leaves numbers out that no item has, parts of numbers too',
      async (subject) => {
        const { number } = given(subject.samples.item, 'samples.item');
        const { found } = await itemsOf(subject).findByNumbers(['NO-SUCH-8361', number.slice(0, -1), number]);
        expect([...found.keys()]).to.deep.equal([number]);
      },
    ),
    check('items.find.repeated', 'gives every item that carries the number', async (subject) => {
      const { number, count } = given(subject.samples.repeatedNumber, 'samples.repeatedNumber');
      const { found } = await itemsOf(subject).findByNumbers([number]);
      const carriers = found.get(number) ?? [];
      expectDistinct(carriers, 'carriers of the number');
      expect(carriers).to.have.length(count);
    }),
    check('items.find.seen', 'reports what passed by, the found items among it', async (subject) => {
      const { id, number } = given(subject.samples.item, 'samples.item');
      const { seen } = await itemsOf(subject).findByNumbers([number]);
      expect(seen.map((item) => item.id)).to.include(id);
    }),
    check('items.find.nothing', 'finds nothing for no numbers, without a request', async (subject) => {
      const counts = given(subject.counts, 'counts');
      const { found } = await itemsOf(subject).findByNumbers([]);
      expect(found.size).to.equal(0);
      expect(counts().read, 'reads').to.equal(0);
    }),
    check('items.search', 'finds items by text', async (subject) => {
      const { id, number } = given(subject.samples.item, 'samples.item');
      const found = await itemsOf(subject).search({ text: number });
      expect(found.map((item) => item.id)).to.include(id);
      for (const item of found) expectTextId(item.id, 'an item');
    }),
    check('items.list', 'lists the whole active catalogue, page by page, each item once', async (subject) => {
      const listed: Item[] = [];
      for await (const { items, total } of itemsOf(subject).list()) {
        listed.push(...items);
        if (total !== undefined) expect(total, 'total').to.equal(subject.samples.catalogueSize);
      }
      expectDistinct(listed, 'items');
      expect(listed).to.have.length(given(subject.samples.catalogueSize, 'samples.catalogueSize'));
    }),
    check('items.list.early', 'requests no page after the reader has stopped', async (subject) => {
      const counts = given(subject.counts, 'counts');
      for await (const page of itemsOf(subject).list()) {
        expect(page.items).not.to.deep.equal([]);
        break;
      }
      const asked = counts().read;
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(counts().read, 'reads after the first page').to.equal(asked);
    }),
    check('items.create.order', 'creates many and answers in the order of the input', async (subject) => {
      const wanted = newItems(subject, 12);
      const created = await itemsOf(subject).createMany(wanted);
      expect(created.map(({ numbers }) => numbers[0])).to.deep.equal(wanted.map(({ number }) => number));
      expectDistinct(created, 'created items');
    }),
    check('items.create.round-trip', 'finds a created item again as it was written', async (subject) => {
      const [wanted] = newItems(subject, 1, '12.3456');
      if (wanted === undefined) return;
      const [created] = await itemsOf(subject).createMany([wanted]);
      const { found } = await itemsOf(subject).findByNumbers([wanted.number]);
      const [item] = found.get(wanted.number) ?? [];
      const { name, description, cost, price, billingPeriod } = wanted;
      expect(item?.id).to.equal(created?.id);
      expectFields(item ?? {}, { name, description, cost, price, billingPeriod }, 'item');
      for (const [axis, id] of Object.entries(wanted.classification)) {
        expect(item?.classification[axis]?.id, `axis ${axis}`).to.equal(id);
      }
    }),
    check('items.create.nature', 'creates an item that is a cost, such as labour, too', async (subject) => {
      const wanted = newItems(subject, 2).map((item, index) =>
        index === 0 ? { ...item, nature: 'cost' as const } : item,
      );
      const created = await itemsOf(subject).createMany(wanted);
      const { found } = await itemsOf(subject).findByNumbers(wanted.map(({ number }) => number));
      expect(wanted.map(({ number }) => found.get(number)?.[0]?.id)).to.deep.equal(
        created.map(({ id }) => id),
      );
    }),
    check('items.create.none', 'creates nothing for no items, without a request', async (subject) => {
      const counts = given(subject.counts, 'counts');
      expect(await itemsOf(subject).createMany([])).to.deep.equal([]);
      expect(counts().write, 'writes').to.equal(0);
    }),
  ],
};
