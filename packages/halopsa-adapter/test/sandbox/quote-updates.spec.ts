import { expect } from 'chai';
import type { QuoteLineFields } from '@quotebridge/core/plugin';
import type { Switches } from '@quotebridge/halopsa-sandbox';
import { quoteMarker as marker, SandboxQuotes, updatesOf } from '../support/sandbox-quotes.js';
import { comparable, comparableWanted, quoteLines, linkedNames } from '../support/wanted-quote.js';

describe('changes of quotes, against the sandbox', () => {
  let quotes: SandboxQuotes;
  const open = async (switches: Partial<Switches> = {}): Promise<void> => {
    quotes = await SandboxQuotes.open(switches);
  };
  const without = (...keys: readonly string[]): Readonly<Record<string, QuoteLineFields>> =>
    Object.fromEntries(Object.entries(quoteLines).filter(([key]) => !keys.includes(key)));
  afterEach(() => quotes.sandbox.close());

  for (const omittedQuoteLines of ['delete', 'keep'] as const) {
    for (const quoteAnswerHasLines of [true, false]) {
      describe(`an update, lines left out: ${omittedQuoteLines}, answer ${quoteAnswerHasLines ? 'with' : 'without'} lines`, () => {
        beforeEach(() => open({ omittedQuoteLines, quoteAnswerHasLines }));
        const read = quoteAnswerHasLines ? 0 : 1;

        it('leaves exactly the lines that are wanted', async () => {
          const { id } = await quotes.create();
          const quote = await quotes.get(id);
          const added = { ...quoteLines['backup'], name: 'new', position: 50 } as QuoteLineFields;
          const changed = { ...quoteLines['laptop'], price: '1299.01', name: 'changed' } as QuoteLineFields;
          const wanted = { ...without('docking', 'watch'), laptop: changed, added };
          const { value: answer, calls } = await quotes.sandbox.counting(() =>
            quotes.sandbox.manager.quotes.update(id, { title: 'Renamed' }, updatesOf(quote, wanted), marker, {
              linked: linkedNames,
            }),
          );
          const after = await quotes.get(id);
          expect(after.title).to.equal('Renamed');
          expect(after.description).to.equal('First line\nSecond line');
          expect(comparable(after)).to.deep.equal(comparableWanted(wanted, after));
          expect(answer.stored).to.deep.equal(after);
          const ids = new Map((quote.lines ?? []).map((line) => [line.key, line.id]));
          expect(after.lines?.find(({ key }) => key === 'laptop')?.id).to.equal(ids.get('laptop'));
          expect(calls).to.have.length(1 + read + (omittedQuoteLines === 'delete' ? 0 : 1 + read));
        });

        it('keeps a person’s line as it is', async () => {
          const { id } = await quotes.create();
          const line = {
            name: 'By hand',
            quantity: 3,
            price: 19.99,
            billingperiod: 2,
            discount_perc: 10,
            note: 'do not touch',
            sort_seq: 3,
            group_id: 1,
          };
          await quotes.personAdds(id, line, await quotes.get(id));
          const before = await quotes.get(id);
          const foreign = before.lines?.find(({ key }) => key === undefined);
          expect(foreign?.groupKey).to.equal('group');
          const rawBefore = await quotes.rawLine(id, foreign?.id);
          await quotes.sandbox.manager.quotes.update(
            id,
            {},
            updatesOf(before, without('docking', 'second', 'member')),
            marker,
          );
          expect(await quotes.rawLine(id, foreign?.id)).to.deep.equal({ ...rawBefore, sort_seq: 9 });
          expect(
            (await quotes.get(id)).lines?.filter(({ key }) => key === undefined).map(({ name }) => name),
          ).to.deep.equal(['By hand']);
        });

        it('needs no more requests when nothing is removed', async () => {
          const { id } = await quotes.create();
          const quote = await quotes.get(id);
          const { calls } = await quotes.sandbox.counting(() =>
            quotes.sandbox.manager.quotes.update(id, {}, updatesOf(quote, quoteLines), marker),
          );
          expect(calls).to.have.length(1 + read);
          expect(comparable(await quotes.get(id))).to.deep.equal(comparable(quote));
        });
      });
    }
  }

  it('an update of the header leaves the lines alone', async () => {
    await open();
    const { id } = await quotes.create();
    const before = await quotes.get(id);
    await quotes.sandbox.manager.quotes.update(id, { purchaseOrder: '', expiresOn: null }, undefined, marker);
    const after = await quotes.get(id);
    expect(after).to.include({ purchaseOrder: '', expiresOn: null });
    expect(after.lines).to.deep.equal(before.lines);
  });

  it('an update does not remove a line that a person added in the meantime, where HaloPSA keeps it', async () => {
    await open({ omittedQuoteLines: 'keep' });
    const { id } = await quotes.create();
    const before = await quotes.get(id);
    await quotes.personAdds(id, { name: 'Just now', quantity: 1, price: 5 }, before);
    await quotes.sandbox.manager.quotes.update(id, {}, updatesOf(before, without('docking')), marker);
    const names = (await quotes.get(id)).lines?.map(({ name }) => name);
    expect(names).to.include('Just now').and.not.to.include('docking');
  });

  it('an update keeps lines of quantity zero, where HaloPSA keeps lines left out', async () => {
    await open({ omittedQuoteLines: 'keep' });
    const none = { ...quoteLines['backup'], name: 'none', quantity: '0' } as QuoteLineFields;
    const { id } = await quotes.create({ ...quoteLines, none });
    await quotes.personAdds(id, { name: 'A remark', quantity: 0, price: 0 }, await quotes.get(id));
    const before = await quotes.get(id);
    await quotes.sandbox.manager.quotes.update(
      id,
      {},
      updatesOf(before, { ...without('docking'), none }),
      marker,
    );
    const names = (await quotes.get(id)).lines?.map(({ name }) => name);
    expect(names).to.include.members(['A remark', 'none']).and.not.to.include('docking');
  });

  it('lines that are replaced as a whole keep everything', async () => {
    await open({ lineReplaceOnUpdate: 'replace' });
    const { id } = await quotes.create();
    const quote = await quotes.get(id);
    await quotes.sandbox.manager.quotes.update(id, {}, updatesOf(quote, quoteLines), marker);
    expect(comparable(await quotes.get(id))).to.deep.equal(comparable(quote));
  });

  for (const omittedQuoteLines of ['delete', 'keep'] as const) {
    it(`a person’s line is whole after lines are replaced as a whole, left out: ${omittedQuoteLines}`, async () => {
      await open({ lineReplaceOnUpdate: 'replace', omittedQuoteLines });
      const { id } = await quotes.create();
      const line = {
        item_id: 1001,
        productcode: 'OWN-1',
        name: 'By hand',
        description: 'longer',
        note: 'do not touch',
        quantity: 2.5,
        price: 19.99,
        baseprice: 25,
        discount_perc: 20,
        costprice: 11.11,
        billingperiod: 5,
        startdate: '2026-03-01T00:00:00Z',
        autorenew: true,
        optional: true,
        printitem: false,
        quoter_id: 'of another tool',
        cost_centre: 4,
        override_tax_code: 3,
        sort_seq: 20,
      };
      await quotes.personAdds(id, line, await quotes.get(id));
      const before = await quotes.get(id);
      const foreign = before.lines?.find(({ key }) => key === undefined);
      const rawBefore = await quotes.rawLine(id, foreign?.id);
      expect(rawBefore).to.include({ quoter_id: 'of another tool', billingperiod: 5, discount_perc: 20 });
      await quotes.sandbox.manager.quotes.update(id, {}, updatesOf(before, without('docking')), marker);
      expect(await quotes.rawLine(id, foreign?.id)).to.deep.equal(rawBefore);
    });
  }
});
