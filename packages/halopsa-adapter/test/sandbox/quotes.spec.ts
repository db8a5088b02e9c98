import { expect } from 'chai';
import type { Marker, QuoteLineFields, QuoteLineWrite, StoredQuote } from '@quotebridge/core/plugin';
import type { Switches } from '@quotebridge/halopsa-sandbox';
import { openSandbox, type OpenSandbox } from '../support/open-sandbox.js';
import { rejection } from '../support/rejection.js';
import { comparable, creates, quoteHeader, quoteLines } from '../support/wanted-quote.js';

const marker: Marker = { key: 'quotebridge:AAAQ1001' };

describe('quotes, against the sandbox', () => {
  let sandbox: OpenSandbox;
  let opportunityId: string;
  const open = async (switches: Partial<Switches> = {}, halopsa: object = {}): Promise<void> => {
    sandbox = await openSandbox({ switches }, halopsa);
    const fields = { title: 'Office move', clientId: '101', siteId: '201', ticketTypeId: '33' };
    opportunityId = (await sandbox.manager.opportunities.create(fields, marker)).id;
  };
  const create = (
    lines: Readonly<Record<string, QuoteLineFields>> = quoteLines,
  ): ReturnType<OpenSandbox['manager']['quotes']['create']> =>
    sandbox.manager.quotes.create(quoteHeader(opportunityId), creates(lines), marker);
  const get = async (id: string): Promise<StoredQuote> => {
    const quote = await sandbox.manager.quotes.get(id);
    if (quote === undefined) expect.fail(`quote ${id} is gone`);
    return quote;
  };
  /** The list for an update: lines of ours by key, lines of people as they are. */
  const updates = (
    quote: StoredQuote,
    wanted: Readonly<Record<string, QuoteLineFields>>,
  ): readonly QuoteLineWrite[] => {
    const ids = new Map((quote.lines ?? []).map(({ key, id }) => [key, id]));
    const own = Object.entries(wanted).map(([key, fields]): QuoteLineWrite => {
      const id = ids.get(key);
      return id === undefined ? { action: 'create', key, fields } : { action: 'update', id, key, fields };
    });
    const foreign = (quote.lines ?? []).filter(({ key }) => key === undefined);
    return [...own, ...foreign.map((line): QuoteLineWrite => ({ action: 'foreign', id: line.id, line }))];
  };
  const without = (...keys: readonly string[]): Readonly<Record<string, QuoteLineFields>> =>
    Object.fromEntries(Object.entries(quoteLines).filter(([key]) => !keys.includes(key)));
  const personAdds = async (id: string, line: object, keep: StoredQuote): Promise<void> => {
    const kept = (keep.lines ?? []).map((stored) => ({ id: Number(stored.id) }));
    await sandbox.person('POST', 'Quotation', [{ id: Number(id), lines: [...kept, line] }]);
  };
  afterEach(() => sandbox.close());

  describe('a new one', () => {
    it('comes back as it was written, header and every line, in one request', async () => {
      await open();
      const { value: answer, calls } = await sandbox.counting(() => create());
      expect(calls).to.have.length(1);
      const quote = await get(answer.id);
      expect(quote).to.deep.include({ ...quoteHeader(opportunityId), marker: marker.key });
      expect(comparable(quote)).to.deep.equal(comparableWanted(quoteLines, quote));
      expect(quote.lines?.map(({ key }) => key)).to.deep.equal(Object.keys(quoteLines));
      expect(answer.stored).to.deep.equal(quote);
    });

    it('is not called stored when the answer does not show its lines', async () => {
      await open({ quoteAnswerHasLines: false });
      const { value: answer, calls } = await sandbox.counting(() => create());
      expect(answer).not.to.have.property('stored');
      expect(calls).to.have.length(1);
      expect((await get(answer.id)).lines).to.have.length(Object.keys(quoteLines).length);
    });

    it('has the amounts and the tax that HaloPSA computes', async () => {
      await open();
      const { key: laptopKey, ...rest } = { key: 'laptop', ...quoteLines['laptop'] };
      const quote = await get(
        (await create({ [laptopKey]: { ...rest, groupKey: null } as QuoteLineFields })).id,
      );
      expect(quote.lines?.[0]?.amount).to.equal('2799.98');
      expect(quote.taxTotal).to.equal('182');
    });

    it('is found by its marker with one request, and only it', async () => {
      await open();
      const { id } = await create();
      await sandbox.manager.quotes.create(quoteHeader(opportunityId), [], { key: 'quotebridge:OTHER' });
      const { value, calls } = await sandbox.counting(() =>
        sandbox.manager.quotes.findByMarker(marker, opportunityId),
      );
      expect(value.map((quote) => quote.id)).to.deep.equal([id]);
      expect(calls).to.have.length(1);
      expect(await sandbox.manager.quotes.findByMarker({ key: 'none' }, opportunityId)).to.deep.equal([]);
    });
  });

  for (const omittedQuoteLines of ['delete', 'keep'] as const) {
    for (const quoteAnswerHasLines of [true, false]) {
      describe(`an update, lines left out: ${omittedQuoteLines}, answer ${quoteAnswerHasLines ? 'with' : 'without'} lines`, () => {
        beforeEach(() => open({ omittedQuoteLines, quoteAnswerHasLines }));
        const read = quoteAnswerHasLines ? 0 : 1;

        it('leaves exactly the lines that are wanted', async () => {
          const { id } = await create();
          const quote = await get(id);
          const added = { ...quoteLines['backup'], name: 'new', position: 50 } as QuoteLineFields;
          const changed = { ...quoteLines['laptop'], price: '1299.01', name: 'changed' } as QuoteLineFields;
          const wanted = { ...without('docking', 'watch'), laptop: changed, added };
          const { value: answer, calls } = await sandbox.counting(() =>
            sandbox.manager.quotes.update(id, { title: 'Renamed' }, updates(quote, wanted), marker),
          );
          const after = await get(id);
          expect(after.title).to.equal('Renamed');
          expect(after.description).to.equal('First line\nSecond line');
          expect(comparable(after)).to.deep.equal(comparableWanted(wanted, after));
          expect(answer.stored).to.deep.equal(after);
          const ids = new Map((quote.lines ?? []).map((line) => [line.key, line.id]));
          expect(after.lines?.find(({ key }) => key === 'laptop')?.id).to.equal(ids.get('laptop'));
          expect(calls).to.have.length(1 + read + (omittedQuoteLines === 'delete' ? 0 : 1 + read));
        });

        it('keeps a person’s line as it is', async () => {
          const { id } = await create();
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
          await personAdds(id, line, await get(id));
          const before = await get(id);
          const foreign = before.lines?.find(({ key }) => key === undefined);
          expect(foreign?.groupKey).to.equal('group');
          const rawBefore = await rawLine(sandbox, id, foreign?.id);
          await sandbox.manager.quotes.update(
            id,
            {},
            updates(before, without('docking', 'second', 'member')),
            marker,
          );
          expect(await rawLine(sandbox, id, foreign?.id)).to.deep.equal({ ...rawBefore, sort_seq: 9 });
          expect(
            (await get(id)).lines?.filter(({ key }) => key === undefined).map(({ name }) => name),
          ).to.deep.equal(['By hand']);
        });

        it('needs no more requests when nothing is removed', async () => {
          const { id } = await create();
          const quote = await get(id);
          const { calls } = await sandbox.counting(() =>
            sandbox.manager.quotes.update(id, {}, updates(quote, quoteLines), marker),
          );
          expect(calls).to.have.length(1 + read);
          expect(comparable(await get(id))).to.deep.equal(comparable(quote));
        });
      });
    }
  }

  it('an update of the header leaves the lines alone', async () => {
    await open();
    const { id } = await create();
    const before = await get(id);
    await sandbox.manager.quotes.update(id, { purchaseOrder: '', expiresOn: null }, undefined, marker);
    const after = await get(id);
    expect(after).to.include({ purchaseOrder: '', expiresOn: null });
    expect(after.lines).to.deep.equal(before.lines);
  });

  it('an update does not remove a line that a person added in the meantime, where HaloPSA keeps it', async () => {
    await open({ omittedQuoteLines: 'keep' });
    const { id } = await create();
    const before = await get(id);
    await personAdds(id, { name: 'Just now', quantity: 1, price: 5 }, before);
    await sandbox.manager.quotes.update(id, {}, updates(before, without('docking')), marker);
    const names = (await get(id)).lines?.map(({ name }) => name);
    expect(names).to.include('Just now').and.not.to.include('docking');
  });

  it('an update keeps lines of quantity zero, where HaloPSA keeps lines left out', async () => {
    await open({ omittedQuoteLines: 'keep' });
    const none = { ...quoteLines['backup'], name: 'none', quantity: '0' } as QuoteLineFields;
    const { id } = await create({ ...quoteLines, none });
    await personAdds(id, { name: 'A remark', quantity: 0, price: 0 }, await get(id));
    const before = await get(id);
    await sandbox.manager.quotes.update(id, {}, updates(before, { ...without('docking'), none }), marker);
    const names = (await get(id)).lines?.map(({ name }) => name);
    expect(names).to.include.members(['A remark', 'none']).and.not.to.include('docking');
  });

  it('lines that are replaced as a whole keep everything', async () => {
    await open({ lineReplaceOnUpdate: 'replace' });
    const { id } = await create();
    const quote = await get(id);
    await sandbox.manager.quotes.update(id, {}, updates(quote, quoteLines), marker);
    expect(comparable(await get(id))).to.deep.equal(comparable(quote));
  });

  it('a price that the server overwrites is seen', async () => {
    await open({ repriceFromCatalogue: true });
    const quote = await get((await create()).id);
    expect(quote.lines?.find(({ key }) => key === 'laptop')?.price).not.to.equal('1399.99');
  });

  it('a zero-rate tax of the tenant stands for no tax', async () => {
    await open({}, { zeroTaxId: '1' });
    const quote = await get((await create()).id);
    expect(comparable(quote)).to.deep.equal(comparableWanted(quoteLines, quote));
    expect(
      await rawLine(sandbox, quote.id, quote.lines?.find(({ key }) => key === 'discount')?.id),
    ).to.include({
      override_tax_code: 1,
    });
  });

  it('an unknown one is undefined, and an update of it creates nothing', async () => {
    await open({ unknownIdAnswer: 'emptyObject' });
    expect(await sandbox.manager.quotes.get('999999')).to.equal(undefined);
    await rejection(sandbox.manager.quotes.update('999999', { title: 'x' }, [], marker), 'remote.rejected');
    await sandbox.close();
    await open({ unknownIdOnUpdate: 'create' });
    const header = quoteHeader(opportunityId);
    const stray = await rejection(
      sandbox.manager.quotes.update('999999', header, [], marker),
      'remote.rejected',
    );
    expect(stray.details.arrived).to.equal('unknown');
  });
});

/** The wanted lines as a read shows them: a tax that is left to the PSA is whatever the PSA says. */
function comparableWanted(
  wanted: Readonly<Record<string, QuoteLineFields>>,
  quote: StoredQuote,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(wanted).map(([key, fields]) => {
      const stored = quote.lines?.find((line) => line.key === key);
      return [
        key,
        fields.taxId === undefined && stored?.taxId !== undefined
          ? { ...fields, taxId: stored.taxId }
          : fields,
      ];
    }),
  );
}

async function rawLine(sandbox: OpenSandbox, quoteId: string, lineId: string | undefined): Promise<object> {
  const quote = await sandbox.person('GET', `Quotation/${quoteId}?includedetails=true`);
  return (quote['lines'] as { id: number }[]).find(({ id }) => String(id) === lineId) ?? {};
}
