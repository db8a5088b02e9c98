import { expect } from 'chai';
import { linesOf, named, QuoteBook } from './support/quote-book.js';
import { item } from './support/seeded.js';

describe('quote lines', () => {
  let client: QuoteBook;

  before(async () => {
    client = await QuoteBook.open();
  });
  beforeEach(() => client.post('/__sandbox/reset', {}));
  after(() => client.close());

  it('change lines by id, add others, and delete what is left out', async () => {
    const quote = await client.create([
      { name: 'A', price: 1 },
      { name: 'B', price: 2 },
      { name: 'C', price: 3 },
    ]);
    const [a, , c] = linesOf(quote);
    const updated = await client.save({
      id: quote['id'],
      lines: [{ id: c?.['id'], price: 30 }, { id: a?.['id'] }, { name: 'D', price: 4 }],
    });
    expect(named(updated)).to.deep.equal(['A', 'C', 'D']);
    expect(updated['revenue']).to.equal(35);
    expect(linesOf(updated)[1]?.['id']).to.equal(c?.['id']);
  });

  it('keep lines that are left out when switched so', async () => {
    await client.switch({ omittedQuoteLines: 'keep' });
    const quote = await client.create([{ name: 'A' }, { name: 'B' }]);
    const updated = await client.save({
      id: quote['id'],
      lines: [{ id: linesOf(quote)[1]?.['id'], name: 'B2' }],
    });
    expect(named(updated)).to.deep.equal(['A', 'B2']);
    await client.switch({ omittedQuoteLines: 'delete' });
  });

  it('leave the lines alone when none are sent', async () => {
    const quote = await client.create([{ name: 'A' }]);
    expect(named(await client.save({ id: quote['id'], title: 'New title' }))).to.deep.equal(['A']);
    expect(named(await client.save({ id: quote['id'], lines: [] }))).to.deep.equal([]);
  });

  it('merge a line, or replace it when switched so', async () => {
    const quote = await client.create([{ name: 'A', quantity: 3, price: 7, note: 'keep me' }]);
    const [line] = linesOf(quote);
    const merged = await client.save({ id: quote['id'], lines: [{ id: line?.['id'], price: 8 }] });
    expect(linesOf(merged)[0]).to.include({ name: 'A', quantity: 3, price: 8, note: 'keep me' });
    await client.switch({ lineReplaceOnUpdate: 'replace' });
    const replaced = await client.save({
      id: quote['id'],
      lines: [{ id: line?.['id'], name: 'A', price: 9 }],
    });
    expect(linesOf(replaced)[0]).to.include({ id: line?.['id'], quantity: 1, price: 9 });
    expect(linesOf(replaced)[0]).to.not.have.property('note');
    await client.switch({ lineReplaceOnUpdate: 'merge' });
  });

  it('refuse the id of a line of another quote', async () => {
    const other = linesOf(await client.create([{ name: 'other' }]))[0];
    const quote = await client.create([{ name: 'mine' }]);
    const { status } = await client.post('/api/Quotation', [
      { id: quote['id'], lines: [{ id: other?.['id'] }] },
    ]);
    expect(status).to.equal(400);
  });

  it('drop lines of quantity 0 on request', async () => {
    const quote = await client.create([{ name: 'A', quantity: 0 }, { name: 'B' }], {
      _remove_zero_quantity_lines: true,
    });
    expect(named(quote)).to.deep.equal(['B']);
  });

  it('order lines by sort_seq', async () => {
    const quote = await client.create([
      { name: 'third' },
      { name: 'first', sort_seq: 1 },
      { name: 'second', sort_seq: 2 },
    ]);
    expect(named(quote)).to.deep.equal(['first', 'second', 'third']);
  });

  it('happen one by one under /Quotation/Lines', async () => {
    const quote = await client.create([{ name: 'A', price: 1 }]);
    const { status, body } = await client.post('/api/Quotation/Lines', [
      { qhid: quote['id'], name: 'B', price: 2 },
    ]);
    expect(status).to.equal(201);
    expect(body).to.include({ name: 'B', qhid: quote['id'] });
    const stored = await client.read(quote['id']);
    expect(named(stored)).to.deep.equal(['A', 'B']);
    expect(linesOf(stored)[1]?.['id']).to.equal(body['id']);
    expect((await client.post('/api/Quotation/Lines', [{ qhid: 1, name: 'C' }])).status).to.equal(400);
  });

  it('overwrite prices from the catalogue when switched so', async () => {
    await client.switch({ repriceFromCatalogue: true });
    const [line] = linesOf(await client.create([{ item_id: item.laptop, price: 1, costprice: 1 }]));
    expect(line).to.include({ price: 1399, costprice: 1120 });
    await client.switch({ repriceFromCatalogue: false });
  });
});
