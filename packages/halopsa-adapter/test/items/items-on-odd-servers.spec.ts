import { expect } from 'chai';
import type { NewItem } from '@quotebridge/core/plugin';
import { FakeHttp } from '../support/fake-http.js';
import { fakeSettings, managerOn } from '../support/manager-on.js';
import { rejection } from '../support/rejection.js';

const catalogue = Array.from({ length: 950 }, (_, index) => ({ id: index + 1, name: `P-${index}` }));
const newItem = (number: string): NewItem => ({
  number,
  name: number,
  description: '',
  classification: {},
  price: '1',
  billingPeriod: 'oneOff',
  nature: 'product',
});

/** A catalogue of ten pages, whose search may be ignored. */
const server = (honourSearch: boolean): FakeHttp =>
  new FakeHttp(({ url, query }) => {
    if (!url.endsWith('/api/Item')) return undefined;
    const search = honourSearch ? query?.['search'] : undefined;
    const rows =
      search === undefined ? catalogue : catalogue.filter(({ name }) => name.toLowerCase() === search);
    const start = (Number(query?.['page_no']) - 1) * 100;
    return { json: { record_count: rows.length, items: rows.slice(start, start + 100) } };
  });

describe('items by number', () => {
  it('searches for few', async () => {
    const http = server(true);
    const { found } = await managerOn(http).items.findByNumbers(['P-1', 'P-900']);
    expect([...found.keys()]).to.deep.equal(['P-1', 'P-900']);
    expect(http.calls).to.have.length(3);
  });

  it('notices a search that is ignored, and reads the catalogue once', async () => {
    const http = server(false);
    const { found, seen } = await managerOn(http).items.findByNumbers(['P-1', 'P-900', 'P-949']);
    expect([...found.keys()]).to.deep.equal(['P-1', 'P-900', 'P-949']);
    expect(seen).to.have.length(950);
    expect(http.calls).to.have.length(11);
  });

  describe('that the search does not look at', () => {
    /** Ten pages, each item with a number in two fields; the search looks at the name only. */
    const twoFields = catalogue.map((item, index) => ({ ...item, internalreference: `REF-${index}` }));
    const byName = (rows: readonly { readonly name: string }[]): FakeHttp =>
      new FakeHttp(({ url, query }) => {
        if (!url.endsWith('/api/Item')) return undefined;
        const search = query?.['search'];
        const hits = search === undefined ? rows : rows.filter(({ name }) => name.toLowerCase() === search);
        const start = (Number(query?.['page_no']) - 1) * 100;
        return { json: { record_count: hits.length, items: hits.slice(start, start + 100) } };
      });
    const idsOf = async (http: FakeHttp, ...numbers: string[]): Promise<(string | undefined)[]> => {
      const { found } = await managerOn(http).items.findByNumbers(numbers);
      return numbers.map((number) => found.get(number)?.[0]?.id);
    };

    it('are found all the same, alone and with others', async () => {
      expect(await idsOf(byName(twoFields), 'REF-940')).to.deep.equal(['941']);
      expect(await idsOf(byName(twoFields), 'P-900', 'REF-940')).to.deep.equal(['901', '941']);
    });

    it('are found in a catalogue of one page', async () => {
      const http = byName(twoFields.slice(0, 90));
      expect(await idsOf(http, 'REF-80')).to.deep.equal(['81']);
      expect(http.calls).to.have.length(2);
    });

    it('cost no more than the trial when nothing carries the number and the search is sound', async () => {
      const http = server(true);
      const settings = fakeSettings({ itemNumberFields: ['name'] });
      expect((await managerOn(http, { settings }).items.findByNumbers(['NEW-1'])).found.size).to.equal(0);
      // The search, the first page, and the trial of one field.
      expect(http.calls).to.have.length(3);
    });

    it('are looked for in the whole catalogue when a field cannot be tried, unless it is large', async () => {
      const late = (count: number): FakeHttp =>
        byName(
          Array.from({ length: count }, (_, index) => ({
            id: index + 1,
            name: `P-${index}`,
            ...(index < 100 ? {} : { internalreference: `REF-${index}` }),
          })),
        );
      expect(await idsOf(late(950), 'REF-940')).to.deep.equal(['941']);
      const large = late(1200);
      expect(await idsOf(large, 'REF-940')).to.deep.equal([undefined]);
      expect(large.calls).to.have.length(3);
    });
  });
});

describe('items created together', () => {
  const create = (answer: object): Promise<readonly { readonly id: string }[]> =>
    managerOn(
      new FakeHttp(({ url, method }) => {
        if (!url.endsWith('/api/Item')) return undefined;
        return { json: method === 'POST' ? answer : { record_count: 0, items: [] } };
      }),
    ).items.createMany([newItem('A'), newItem('B')]);

  it('are told apart by their numbers, not by their place', async () => {
    const created = await create([
      { id: 2, name: 'B' },
      { id: 1, name: 'A' },
    ]);
    expect(created.map(({ id }) => id)).to.deep.equal(['1', '2']);
  });

  it('are missed when they are neither answered nor found', async () => {
    const error = await rejection(create({ id: 1, name: 'A' }), 'remote.unexpected');
    expect(error.message).to.contain('item B');
    expect(error.details.arrived).to.equal('unknown');
  });
});
