import { expect } from 'chai';
import type { QuoteLineFields } from '@quotebridge/core/plugin';
import type { Switches } from '@quotebridge/halopsa-sandbox';
import { rejection } from '../support/rejection.js';
import { quoteMarker as marker, SandboxQuotes } from '../support/sandbox-quotes.js';
import { comparable, comparableWanted, quoteHeader, quoteLines } from '../support/wanted-quote.js';

describe('quotes, against the sandbox', () => {
  let quotes: SandboxQuotes;
  const open = async (switches: Partial<Switches> = {}, halopsa: object = {}): Promise<void> => {
    quotes = await SandboxQuotes.open(switches, halopsa);
  };
  afterEach(() => quotes.sandbox.close());

  describe('a new one', () => {
    it('comes back as it was written, header and every line, in one request', async () => {
      await open();
      // The custom fields are listed once a day.
      await quotes.create();
      const { value: answer, calls } = await quotes.sandbox.counting(() => quotes.create());
      expect(calls).to.have.length(1);
      const quote = await quotes.get(answer.id);
      expect(quote).to.deep.include({ ...quoteHeader(quotes.opportunityId), marker: marker.key });
      expect(comparable(quote)).to.deep.equal(comparableWanted(quoteLines, quote));
      expect(quote.lines?.map(({ key }) => key)).to.deep.equal(Object.keys(quoteLines));
      expect(answer.stored).to.deep.equal(quote);
    });

    it('is not called stored when the answer does not show its lines', async () => {
      await open({ quoteAnswerHasLines: false });
      await quotes.create();
      const { value: answer, calls } = await quotes.sandbox.counting(() => quotes.create());
      expect(answer).not.to.have.property('stored');
      expect(calls).to.have.length(1);
      expect((await quotes.get(answer.id)).lines).to.have.length(Object.keys(quoteLines).length);
    });

    it('has the amounts and the tax that HaloPSA computes', async () => {
      await open();
      const { key: laptopKey, ...rest } = { key: 'laptop', ...quoteLines['laptop'] };
      const quote = await quotes.get(
        (await quotes.create({ [laptopKey]: { ...rest, groupKey: null } as QuoteLineFields })).id,
      );
      expect(quote.lines?.[0]?.amount).to.equal('2799.98');
      expect(quote.taxTotal).to.equal('182');
    });

    it('is found by its marker with one request, and only it', async () => {
      await open();
      const { id } = await quotes.create();
      await quotes.sandbox.manager.quotes.create(quoteHeader(quotes.opportunityId), [], {
        key: 'quotebridge:OTHER',
      });
      const { value, calls } = await quotes.sandbox.counting(() =>
        quotes.sandbox.manager.quotes.findByMarker(marker, { opportunityId: quotes.opportunityId }),
      );
      expect(value.map((quote) => quote.id)).to.deep.equal([id]);
      expect(calls).to.have.length(1);
      expect(
        await quotes.sandbox.manager.quotes.findByMarker(
          { key: 'none' },
          { opportunityId: quotes.opportunityId },
        ),
      ).to.deep.equal([]);
    });
  });

  it('a price that the server overwrites is seen', async () => {
    await open({ repriceFromCatalogue: true });
    const quote = await quotes.get((await quotes.create()).id);
    expect(quote.lines?.find(({ key }) => key === 'laptop')?.price).not.to.equal('1399.99');
  });

  it('a zero-rate tax of the tenant stands for no tax', async () => {
    await open({}, { zeroTaxId: '1' });
    const quote = await quotes.get((await quotes.create()).id);
    expect(comparable(quote)).to.deep.equal(comparableWanted(quoteLines, quote));
    expect(await quotes.rawLine(quote.id, quote.lines?.find(({ key }) => key === 'discount')?.id)).to.include(
      {
        override_tax_code: 1,
      },
    );
  });

  it('an unknown one is undefined, and an update of it creates nothing', async () => {
    await open({ unknownIdAnswer: 'emptyObject' });
    expect(await quotes.sandbox.manager.quotes.get('999999')).to.equal(undefined);
    await rejection(
      quotes.sandbox.manager.quotes.update('999999', { title: 'x' }, [], marker),
      'remote.rejected',
    );
    await quotes.sandbox.close();
    await open({ unknownIdOnUpdate: 'create' });
    const header = quoteHeader(quotes.opportunityId);
    const stray = await rejection(
      quotes.sandbox.manager.quotes.update('999999', header, [], marker),
      'remote.rejected',
    );
    expect(stray.details.arrived).to.equal('unknown');
  });
});
