import { expect } from 'chai';
import { rowLine } from './row-document.js';
import { RowTenant } from './row-tenant.js';

describe('Include item cost, when set', () => {
  let row: RowTenant;

  before(async () => {
    row = await RowTenant.start();
  });
  after(() => row[Symbol.asyncDispose]());
  beforeEach(() => row.reset());

  const lines = [
    rowLine({ manufacturerPartNumber: 'NEW-1', unitCost: '61.25', unitPrice: '100' }),
    rowLine({ manufacturerPartNumber: 'U2724D', unitCost: '305.5', unitPrice: '389', quantity: '3' }),
  ];

  it('writes the cost of lines and of the product that is created', async () => {
    const result = await row.push(row.document(lines), { products: { includeCost: true } });
    expect((await row.lines(result)).map((line) => line['costprice'])).to.deep.equal([61.25, 305.5]);
    expect((await row.item('NEW-1'))['costprice']).to.equal(61.25);
    expect(result.proof?.verdict).to.equal('equal');
  });

  it('sends no cost at all otherwise', async () => {
    const document = row.document(lines);
    const result = await row.push(document, { products: { includeCost: false } });
    const [quote] = await row.writes('/api/Quotation');
    for (const line of quote?.['lines'] as object[]) expect(line).to.not.have.property('costprice');
    const [item] = await row.writes('/api/Item');
    expect(item).to.include({ name: 'NEW-1' }).and.to.not.have.property('costprice');
    expect(result.proof?.verdict).to.equal('equal');
  });

  it('leaves the cost of a product that exists as it is', async () => {
    const before = (await row.item('U2724D'))['costprice'];
    await row.push(row.document(lines), { products: { includeCost: true } });
    expect(before).to.equal(310);
    expect((await row.item('U2724D'))['costprice']).to.equal(310);
  });

  it('puts a cost right that a person changed in the PSA', async () => {
    const document = row.document(lines);
    const result = await row.push(document);
    const { id, lines: stored } = await row.quote(result);
    await row.tenant.edit('Quotation', {
      id: id as number,
      lines: stored.map((line) => ({ ...line, costprice: 1 })),
    });
    await row.push(document);
    expect((await row.lines(result)).map((line) => line['costprice'])).to.deep.equal([61.25, 305.5]);
  });
});
