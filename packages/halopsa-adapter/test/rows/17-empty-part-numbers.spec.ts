import { expect } from 'chai';
import type { DocumentLine, JsonObject, PushResult } from '@quotebridge/core';
import { refusalOf } from './refusal-of.js';
import { rowLine } from './row-document.js';
import { RowTenant } from './row-tenant.js';

describe('Still empty: fallback part number per line type; else the push stops before writing and lists the lines', () => {
  let row: RowTenant;

  before(async () => {
    row = await RowTenant.start();
  });
  after(() => row[Symbol.asyncDispose]());
  beforeEach(() => row.reset());

  const nameless = rowLine({ key: 'p', description: 'Nameless product' });
  const group: readonly DocumentLine[] = [
    rowLine({ key: 'g', lineType: 'groupHeader', description: 'A bundle', quantity: '1' }),
    rowLine({
      key: 'm',
      attributes: ['groupMember'],
      manufacturerPartNumber: 'U2724D',
      description: 'Member',
    }),
  ];
  const discount = rowLine({
    key: 'd',
    lineType: 'percentDiscount',
    extendedPrice: '-5',
    description: 'Discount',
  });
  const charge = rowLine({
    key: 'c',
    lineType: 'percentCharge',
    extendedPrice: '5',
    description: 'Surcharge',
  });
  const freight = { amount: '7', cost: '0', taxable: false };

  function push(
    lines: readonly DocumentLine[],
    emptyPartNumbers: JsonObject,
    pages: Record<string, JsonObject> = {},
    over: Parameters<RowTenant['document']>[1] = {},
  ): Promise<PushResult> {
    return row.push(row.document(lines, over), { products: { emptyPartNumbers }, ...pages });
  }

  it('gives a product line the fallback of products, and makes that product once', async () => {
    const result = await push([nameless, { ...nameless, key: 'p2' }], { product: 'MISC' });
    const { id } = await row.item('MISC');
    expect((await row.lines(result)).map((line) => line['item_id'])).to.deep.equal([id, id]);
  });

  it('gives a bundle that is written as one line the fallback of group headers', async () => {
    const result = await push(
      group,
      { product: 'MISC', groupHeader: 'BUNDLE' },
      { quote: { groupedBundles: 'summary' } },
    );
    expect(result.items.map(({ number }) => number)).to.deep.equal(['BUNDLE']);
  });

  it('gives discounts, charges and freight theirs, and the product that carries it', async () => {
    const used = { percentDiscount: 'WD22TB4', percentCharge: 'FG-60F', freight: 'FAP-231F' };
    const known = rowLine({ key: 'k', manufacturerPartNumber: 'U2724D' });
    const result = await push([known, discount, charge], used, {}, { freight });
    const numbers = ['U2724D', 'WD22TB4', 'FG-60F', 'FAP-231F'];
    const items = await Promise.all(numbers.map(async (number) => (await row.item(number))['id']));
    expect((await row.lines(result)).map((line) => line['item_id'])).to.deep.equal(items);
    expect(result.proof?.verdict).to.equal('equal');
  });

  it('never creates a product for a discount, a charge or freight', async () => {
    const used = { percentDiscount: 'DISC', percentCharge: 'CHARGE', freight: 'SHIPPING' };
    const known = rowLine({ key: 'k', manufacturerPartNumber: 'U2724D' });
    const result = await push([known, discount, charge], used, {}, { freight });
    expect(await row.writes('/api/Item')).to.deep.equal([]);
    const [, ...others] = await row.lines(result);
    expect(others.map((line) => line['item_id'] ?? 0)).to.deep.equal([0, 0, 0]);
    expect((await push([known, discount, charge], used, {}, { freight })).status).to.equal('unchanged');
  });

  it('needs no number for discounts, charges and freight where none is set', async () => {
    const known = rowLine({ key: 'k', manufacturerPartNumber: 'U2724D' });
    const result = await push([known, discount, charge], {}, {}, { freight });
    expect((await row.lines(result)).map((line) => line['item_id'] ?? 0).slice(1)).to.deep.equal([0, 0, 0]);
  });

  it('stops before writing otherwise, and lists the lines', async () => {
    const others = Array.from({ length: 3 }, (_, index) =>
      rowLine({ key: `n${index}`, description: `Line ${index}` }),
    );
    const [conflict, ...more] = await refusalOf(() => push([nameless, ...others], { groupHeader: 'BUNDLE' }));
    expect(more).to.deep.equal([]);
    expect(conflict?.about).to.equal('products.emptyPartNumbers');
    for (const name of ['Nameless product', 'Line 0', 'Line 1', 'Line 2'])
      expect(conflict?.message).to.contain(name);
    expect((await row.tenant.requests()).filter(({ write }) => write)).to.deep.equal([]);
  });
});
