import { expect } from 'chai';
import { resolveCurrency, type ResolvedCurrency } from '../../src/resolve/resolve-currency.js';
import { lookupReader } from '../fakes/lookup-reader.js';
import { sampleDocument } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';

const currencies = [
  { id: '1', name: 'US Dollar', detail: { code: 'USD', symbol: '$' } },
  { id: '2', name: 'EUR' },
  { id: '3', name: 'Franc', detail: { code: '', symbol: 'chf' } },
  { id: '4', name: 'Twin', detail: { code: 'GBP' } },
  { id: '5', name: 'Other twin', detail: { code: 'gbp' } },
];

describe('resolveCurrency', () => {
  function find(
    currency: string | undefined,
    known: { quote?: string; client?: string } = {},
    policy = samplePolicy(),
  ): Promise<ResolvedCurrency> {
    const document = sampleDocument(currency === undefined ? {} : { currency });
    return resolveCurrency(document, policy, lookupReader({ currencies }), {
      quote: known.quote,
      client: async () => known.client,
    });
  }

  it('asks nothing of a document that names no currency, nor when it is told to ignore them', async () => {
    const reading = async (): Promise<never> => {
      throw new Error('it was asked');
    };
    const known = { quote: undefined, client: reading };
    const nothing = { conflicts: [], warnings: [] };
    expect(await resolveCurrency(sampleDocument(), samplePolicy(), reading, known)).to.deep.equal(nothing);
    const ignore = samplePolicy({ quote: { currency: 'ignore' } });
    const named = sampleDocument({ currency: 'XXX' });
    expect(await resolveCurrency(named, ignore, reading, known)).to.deep.equal(nothing);
  });

  for (const [currency, id] of [
    ['USD', '1'],
    ['EUR', '2'],
    ['CHF', '3'],
  ] as const) {
    it(`finds ${currency}`, async () => expect((await find(currency)).id).to.equal(id));
  }

  it('asks about one that the PSA does not know, and about one that it knows twice', async () => {
    const none = await find('SEK');
    expect(none.conflicts[0]).to.include({ about: 'quote.currency' });
    expect(none.conflicts[0]?.candidates).to.have.length(currencies.length);
    expect((await find('GBP')).conflicts[0]?.candidates.map(({ id }) => id)).to.deep.equal(['4', '5']);
  });

  it('warns when the client is billed in another one', async () => {
    expect((await find('USD', { client: '1' })).warnings).to.deep.equal([]);
    const { id, warnings } = await find('USD', { client: '2' });
    expect(id).to.equal('1');
    expect(warnings[0]?.message).to.contain('in USD').and.contain('billed in EUR');
  });

  it('asks when the quote that exists is in another one', async () => {
    expect((await find('USD', { quote: '1' })).conflicts).to.deep.equal([]);
    expect((await find('USD', { quote: '2' })).conflicts[0]?.message).to.contain(
      'its quote in the PSA is in EUR',
    );
  });
});
