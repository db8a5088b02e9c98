import { expect } from 'chai';
import { rowLine } from './row-document.js';
import { RowTenant } from './row-tenant.js';

describe('Copy the manufacturer part number to the SKU field of each product, when set', () => {
  let row: RowTenant;

  before(async () => {
    row = await RowTenant.start();
  });
  after(() => row[Symbol.asyncDispose]());
  beforeEach(() => row.reset());

  /** The field of HaloPSA that its own reports label SKU. */
  const sku = 'supplier_part_code';
  const byInternalNumber = { itemNumberField: 'InternalPartNumber' };
  const line = rowLine({ internalPartNumber: 'OWN-1', manufacturerPartNumber: 'MPN-1' });

  it('fills the SKU of a product that is created', async () => {
    await row.push(row.document([line]), { products: { ...byInternalNumber, copyNumberToSku: true } });
    expect((await row.item('OWN-1'))[sku]).to.equal('MPN-1');
  });

  it('leaves it empty otherwise', async () => {
    await row.push(row.document([line]), { products: { ...byInternalNumber, copyNumberToSku: false } });
    expect((await row.item('OWN-1'))[sku] ?? '').to.equal('');
  });

  it('fills it when the manufacturer part number is the item number, too', async () => {
    const own = rowLine({ manufacturerPartNumber: 'MPN-2' });
    await row.push(row.document([own]), { products: { copyNumberToSku: true } });
    const [item] = await row.writes('/api/Item');
    expect(item).to.include({ [sku]: 'MPN-2' });
  });

  it('writes none for a line that has no manufacturer part number', async () => {
    const without = rowLine({ internalPartNumber: 'OWN-2' });
    await row.push(row.document([without]), { products: { ...byInternalNumber, copyNumberToSku: true } });
    const [item] = await row.writes('/api/Item');
    expect(item).to.include({ name: 'OWN-2' }).and.to.not.have.property(sku);
  });

  it('leaves a product that exists as it is', async () => {
    const before = await row.item('U2724D');
    await row.push(row.document([rowLine({ manufacturerPartNumber: 'U2724D' })]), {
      products: { copyNumberToSku: true },
    });
    expect(await row.item('U2724D')).to.deep.equal(before);
    expect(await row.writes('/api/Item')).to.deep.equal([]);
  });
});
