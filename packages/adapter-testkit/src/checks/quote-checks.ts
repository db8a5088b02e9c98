import { expect } from 'chai';
import { check, type CheckGroup } from '../suite/check.js';
import { expectFields } from '../expectation/expect-fields.js';
import { expectTextId } from '../expectation/expect-text-id.js';
import { given } from '../expectation/given.js';
import {
  creations,
  newQuote,
  quoteFields,
  quoteMarker,
  quotesOf,
  readQuote,
  textLine,
} from '../expectation/kit-quote.js';
import { newOpportunity } from '../expectation/new-opportunity.js';

export const quoteChecks: CheckGroup = {
  name: 'quotes',
  ports: ['quotes'],
  checks: [
    check('quotes.create', 'reads back each header field as it was written', async (subject) => {
      const opportunityId = await newOpportunity(subject);
      const fields = quoteFields(subject, opportunityId);
      const { id } = await quotesOf(subject).create(fields, creations([textLine()]), quoteMarker);
      expectTextId(id, 'the quote');
      expectFields(await readQuote(subject, id), { ...fields, id, marker: quoteMarker.key }, 'quote');
    }),
    check(
      'quotes.create.answer',
      'answers a write with the quote as stored, or with its id alone',
      async (subject) => {
        const fields = quoteFields(subject, await newOpportunity(subject));
        const created = await quotesOf(subject).create(fields, creations([textLine()]), quoteMarker);
        if (created.stored?.lines !== undefined) {
          expect(await quotesOf(subject).get(created.id)).to.deep.equal(created.stored);
        }
        const updated = await quotesOf(subject).update(
          created.id,
          { title: 'Other' },
          undefined,
          quoteMarker,
        );
        expect(updated.id).to.equal(created.id);
      },
    ),
    ...[1, 30].map((lines) =>
      check(
        lines === 1 ? 'quotes.write.one-line' : 'quotes.write.one-call',
        `creates a quote with ${lines === 1 ? 'one line' : `${lines} lines`} by one write`,
        async (subject) => {
          const counts = given(subject.counts, 'counts');
          const fields = quoteFields(subject, await newOpportunity(subject));
          const before = counts().write;
          await quotesOf(subject).create(
            fields,
            creations(Array.from({ length: lines }, () => textLine())),
            quoteMarker,
          );
          expect(counts().write - before, 'writes').to.equal(1);
        },
      ),
    ),
    check('quotes.currency', 'reads back the currency', async (subject) => {
      const currencyId = given(subject.samples.currencyId, 'samples.currencyId');
      const currencies = await subject.contactManager.lookups.list('currencies');
      expect(currencies.map(({ id }) => id)).to.include(currencyId);
      const fields = { ...quoteFields(subject, await newOpportunity(subject)), currencyId };
      const { id } = await quotesOf(subject).create(fields, creations([textLine()]), quoteMarker);
      expect((await readQuote(subject, id)).currencyId).to.equal(currencyId);
    }),
    check(
      'quotes.addresses',
      'reads back each line of both addresses, empty ones in between too',
      async (subject) => {
        const fields = quoteFields(subject, await newOpportunity(subject));
        const count = quotesOf(subject).addressLines ?? 4;
        const lines = (name: string): readonly string[] =>
          Array.from({ length: count }, (_, index) => (index === 1 ? '' : `${name} line ${index + 1} ü`));
        const billingAddress = { lines: lines('Billing'), postalCode: 'AB1 2CD' };
        const deliveryAddress = { lines: lines('Delivery'), postalCode: '80331' };
        const written = { ...fields, billingAddress, deliveryAddress };
        const { id } = await quotesOf(subject).create(written, [], quoteMarker);
        expectFields(await readQuote(subject, id), { billingAddress, deliveryAddress }, 'quote');
      },
    ),
    check('quotes.get.unknown', 'gets undefined for an unknown id', async (subject) => {
      expect(await quotesOf(subject).get(subject.samples.unknownId)).to.equal(undefined);
    }),
    check('quotes.marker', 'finds by marker exactly the quote that carries it', async (subject) => {
      const { id, opportunityId = '' } = await newQuote(subject, [textLine()]);
      const fields = quoteFields(subject, opportunityId);
      await quotesOf(subject).create(fields, creations([textLine()]), { key: `${quoteMarker.key}0` });
      const ids = async (key: string, opportunity: string): Promise<readonly string[]> =>
        (await quotesOf(subject).findByMarker({ key }, { opportunityId: opportunity })).map(
          (quote) => quote.id,
        );
      expect(await ids(quoteMarker.key, opportunityId)).to.deep.equal([id]);
      expect(await ids('quotebridge:KITQ', opportunityId), 'part of the marker').to.deep.equal([]);
    }),
    check('quotes.marker.opportunity', 'looks for the marker in that opportunity only', async (subject) => {
      await newQuote(subject, [textLine()]);
      const other = await newOpportunity(subject, 'quotebridge:KIT2');
      const scope = { opportunityId: other };
      expect(await quotesOf(subject).findByMarker(quoteMarker, scope)).to.deep.equal([]);
    }),
    check('quotes.marker.client', 'looks for the marker in all quotes of a client', async (subject) => {
      const { id } = await newQuote(subject, [textLine()]);
      const scope = { clientId: subject.samples.client.id };
      const found = await quotesOf(subject).findByMarker(quoteMarker, scope);
      expect(found.map((quote) => quote.id)).to.deep.equal([id]);
      expect(found[0]?.opportunityId).to.be.a('string');
      const elsewhere = { clientId: subject.samples.unknownId };
      expect(await quotesOf(subject).findByMarker(quoteMarker, elsewhere)).to.deep.equal([]);
    }),
  ],
};
