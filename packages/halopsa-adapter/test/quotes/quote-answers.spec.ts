import { expect } from 'chai';
import type { QuoteLineWrite, StoredQuote, WriteAnswer } from '@quotebridge/core/plugin';
import { FakeHttp } from '../support/fake-http.js';
import { lineFields } from '../support/line-fields.js';
import { managerOn } from '../support/manager-on.js';
import { rejection } from '../support/rejection.js';

const marker = { key: 'quotebridge:A1' };
const line: QuoteLineWrite = { action: 'create', key: 'a', fields: lineFields() };
const full = { id: 3, quoter_id: 'qb:a', quantity: 2, price: 10.5, billingperiod: 2, optional: false };

describe('the answer to a new quote', () => {
  const answer = (json: object): Promise<WriteAnswer<StoredQuote>> =>
    managerOn(
      new FakeHttp(({ url }) => (url.endsWith('/api/Quotation') ? { json } : undefined)),
    ).quotes.create({ title: 'Q' }, [line], marker);

  it('is the stored quote only when it shows every line with what decides its amount', async () => {
    expect((await answer({ id: 9, title: 'Q', lines: [full] })).stored?.lines).to.have.length(1);
    const { quantity: _quantity, ...withoutQuantity } = full;
    const { id: _id, ...withoutId } = full;
    const { billingperiod: _period, ...withoutPeriod } = full;
    const { optional: _optional, ...withoutOptional } = full;
    const short = [
      [],
      [withoutQuantity],
      [withoutId],
      [withoutPeriod],
      [withoutOptional],
      [{ ...full, price: null }],
      null,
      undefined,
    ];
    for (const lines of short) {
      const { id, stored } = await answer({ id: 9, title: 'Q', ...(lines === undefined ? {} : { lines }) });
      expect([id, stored], JSON.stringify(lines)).to.deep.equal(['9', undefined]);
    }
    expect(await answer({ id: 9, lines: [full] })).not.to.have.property('stored');
  });
});

describe('a quote by marker', () => {
  it('is not called missing when a row that may be it cannot be read', async () => {
    const http = new FakeHttp(({ url }) => {
      if (url.endsWith('/api/Quotation')) return { json: { record_count: 1, quotes: [{ id: 1 }] } };
      return url.endsWith('/api/Quotation/1') ? { status: 400 } : undefined;
    });
    await rejection(managerOn(http).quotes.findByMarker(marker, { opportunityId: '5' }), 'remote.unexpected');
  });

  it('is read by id when its row does not show the marker fields, and has no lines from a row', async () => {
    const rows = [
      { id: 1, ticket_id: 5, third_party_number: marker.key, lines: [] },
      { id: 2, ticket_id: 5, third_party_number: null },
      { id: 3, ticket_id: 6, third_party_number: marker.key },
      { id: 4, ticket_id: 5, third_party_number: '' },
    ];
    const http = new FakeHttp(({ url }) => {
      if (url.endsWith('/api/Quotation')) return { json: { record_count: 4, quotes: rows } };
      if (url.endsWith('/api/Quotation/2'))
        return { json: { ...rows[1], third_party_number: marker.key, lines: [full] } };
      return undefined;
    });
    const found = await managerOn(http).quotes.findByMarker(marker, { opportunityId: '5' });
    expect(found.map(({ id, lines }) => [id, lines?.length])).to.deep.equal([
      ['1', undefined],
      ['2', 1],
    ]);
  });
});
