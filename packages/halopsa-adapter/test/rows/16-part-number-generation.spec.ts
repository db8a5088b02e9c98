import { expect } from 'chai';
import type { DocumentLine, JsonObject } from '@quotebridge/core';
import { refusalOf } from './refusal-of.js';
import { rowLine } from './row-document.js';
import { RowTenant } from './row-tenant.js';

describe('Part number generation when the mapped field is empty (not offered for manufacturer part number): do not generate (stop and say which lines), by macro, by macro per ItemType with a catch-all macro', () => {
  let row: RowTenant;

  before(async () => {
    row = await RowTenant.start();
  });
  after(() => row[Symbol.asyncDispose]());
  beforeEach(() => row.reset());

  const hardware = rowLine({
    key: 'h',
    itemType: 'Product',
    manufacturerPartNumber: 'DVC503',
    description: 'Camera',
  });
  const labor = rowLine({ key: 'l', itemType: 'Labor', vendorPartNumber: 'V-1', description: 'Setup' });
  const own = rowLine({ key: 'o', itemType: 'Product', internalPartNumber: 'ABC', description: 'Own' });

  async function numbers(lines: readonly DocumentLine[], products: JsonObject): Promise<readonly unknown[]> {
    const result = await row.push(row.document(lines), { products });
    return result.items.map(({ number }) => number);
  }
  const byInternalNumber = (partNumberGeneration: JsonObject): JsonObject => ({
    itemNumberField: 'InternalPartNumber',
    partNumberGeneration,
  });

  it('does not generate unless it is told to: the push stops before writing and names the lines', async () => {
    for (const products of [{ itemNumberField: 'InternalPartNumber' }, byInternalNumber({ mode: 'none' })]) {
      const [conflict, ...others] = await refusalOf(() => numbers([hardware, own, labor], products));
      expect(others).to.deep.equal([]);
      expect(conflict?.message).to.contain('“Camera”').and.to.contain('“Setup”').and.to.not.contain('“Own”');
      expect(conflict?.next).to.contain('products.partNumberGeneration');
    }
    expect((await row.tenant.requests()).filter(({ write }) => write)).to.deep.equal([]);
  });

  it('generates by macro, and leaves a number that is there alone', async () => {
    const products = byInternalNumber({ mode: 'macro', macro: '&DI_ItemType:&DI_ManufacturerPartNumber' });
    expect(await numbers([hardware, own], products)).to.deep.equal(['Product:DVC503', 'ABC']);
    expect((await row.item('Product:DVC503'))['id']).to.be.a('number');
  });

  it('takes fields of the header and of the application into a macro', async () => {
    const macro = '&DH_DocNo-&APP_LoggedInUserName-&DI_ManufacturerPartNumber';
    const products = byInternalNumber({ mode: 'macro', macro });
    const application = { LoggedInUserName: 'dora' };
    const { items } = await row.push(row.document([hardware]), { products }, { application });
    expect(items.map(({ number }) => number)).to.deep.equal(['ROW1-dora-DVC503']);
  });

  it('generates by the macro of the ItemType, else by the catch-all macro', async () => {
    const products = byInternalNumber({
      mode: 'byItemType',
      byItemType: { labor: 'LAB-&DI_VendorPartNumber' },
      otherwise: 'X-&DI_ManufacturerPartNumber',
    });
    expect(await numbers([hardware, labor, own], products)).to.deep.equal(['X-DVC503', 'LAB-V-1', 'ABC']);
  });

  it('stops where no macro is meant for an ItemType, or the macro gives nothing', async () => {
    const perType = byInternalNumber({
      mode: 'byItemType',
      byItemType: { Labor: 'LAB-&DI_VendorPartNumber' },
    });
    const [noMacro] = await refusalOf(() => numbers([hardware, labor], perType));
    expect(noMacro?.message).to.contain('“Camera”').and.to.not.contain('“Setup”');
    const empty = byInternalNumber({ mode: 'macro', macro: '&DI_CustomText01:&DI_CustomText02' });
    const [nothing] = await refusalOf(() => numbers([hardware], empty));
    expect(nothing?.message).to.contain('the macro gives nothing');
  });

  it('gives lines with the same generated number one product', async () => {
    const products = byInternalNumber({ mode: 'macro', macro: 'ALL-&DI_ItemType' });
    await numbers([hardware, { ...hardware, key: 'h2' }], products);
    expect(await row.writes('/api/Item')).to.have.length(1);
  });

  it('is not offered while the manufacturer part number is the item number', async () => {
    const products = { partNumberGeneration: { mode: 'macro', macro: 'GEN-&DI_ItemType' } };
    const [conflict] = await refusalOf(() => numbers([labor], products));
    expect(conflict?.message).to.contain('“Setup”');
    expect(conflict?.next).to.not.contain('partNumberGeneration');
    const fallback = { ...products, emptyPartNumbers: { product: 'MISC' } };
    expect(await numbers([labor], fallback)).to.deep.equal(['MISC']);
  });
});
