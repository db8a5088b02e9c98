import { expect } from 'chai';
import type { DocumentLine } from '@quotebridge/core';
import { rowLine } from './row-document.js';
import { RowTenant } from './row-tenant.js';

describe('Product ID mapping: which document field is the item number; manufacturer part number by default; internal or vendor part number, item type, custom texts, any column', () => {
  let row: RowTenant;

  before(async () => {
    row = await RowTenant.start();
  });
  after(() => row[Symbol.asyncDispose]());
  beforeEach(() => row.reset());

  /** Each column names another product that HaloPSA has. */
  const line = rowLine({
    manufacturerPartNumber: 'U2724D',
    internalPartNumber: 'WD22TB4',
    vendorPartNumber: 'FG-60F',
    itemType: 'FAP-231F',
    fields: { CustomText01: 'USW-24-POE', CustomText20: 'OPT-7020-MFF', GroupTag: 'APC-SMT1500' },
  });

  async function productOf(pushed: DocumentLine, itemNumberField?: string): Promise<unknown> {
    const products = itemNumberField === undefined ? {} : { itemNumberField };
    const [stored] = await row.lines(await row.push(row.document([pushed]), { products }));
    expect(await row.writes('/api/Item'), 'products created').to.deep.equal([]);
    return stored?.['item_id'];
  }

  for (const [field, number] of [
    [undefined, 'U2724D'],
    ['ManufacturerPartNumber', 'U2724D'],
    ['InternalPartNumber', 'WD22TB4'],
    ['VendorPartNumber', 'FG-60F'],
    ['ItemType', 'FAP-231F'],
    ['CustomText01', 'USW-24-POE'],
    ['CustomText20', 'OPT-7020-MFF'],
    ['GroupTag', 'APC-SMT1500'],
    ['customtext01', 'USW-24-POE'],
  ] as const) {
    it(`finds the product by ${field ?? 'the manufacturer part number when nothing is set'}`, async () => {
      expect(await productOf(line, field)).to.equal((await row.item(number))['id']);
    });
  }

  it('gives a product that is created the number of the mapped field', async () => {
    const fresh = rowLine({
      manufacturerPartNumber: 'MPN',
      fields: { CustomText01: 'OWN-77' },
      itemType: 'Product',
    });
    await row.push(row.document([fresh]), { products: { itemNumberField: 'CustomText01' } });
    expect(await row.item('OWN-77')).to.be.an('object');
  });

  it('says for each line which field its number comes from', async () => {
    const plan = await row.tenant.connect(
      row.state,
      (connection) => connection.plan(row.document([line])),
      row.settings({ products: { itemNumberField: 'CustomText01' } }),
    );
    const quote = plan.operations.find((operation) => operation.kind === 'quote');
    expect(quote?.lines[0]?.reasons['itemNumber']).to.deep.equal({
      from: 'document',
      at: 'CustomText01',
      text: 'the field CustomText01',
      considered: [
        {
          candidate: 'USW-24-POE',
          at: 'CustomText01',
          taken: true,
          why: 'the field that holds item numbers (products.itemNumberField)',
        },
      ],
    });
  });
});
