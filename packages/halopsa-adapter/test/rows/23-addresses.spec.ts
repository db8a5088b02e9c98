import { expect } from 'chai';
import type { QuoteDocument } from '@quotebridge/core';
import { errorOf } from '../engine/error-of.js';
import { counts } from '../engine/tenant-records.js';
import type { Row } from '../engine/tenant.js';
import { rowLine } from './row-document.js';
import { RowTenant } from './row-tenant.js';

describe('Sold-to and ship-to addresses copied; each HaloPSA site address line mapped to a document address field', () => {
  let row: RowTenant;

  before(async () => {
    row = await RowTenant.start();
  });
  after(() => row[Symbol.asyncDispose]());
  beforeEach(() => row.reset());

  const line = rowLine({ manufacturerPartNumber: 'U2724D' });

  function document(over: Partial<QuoteDocument> = {}): QuoteDocument {
    const made = row.document([line]);
    return {
      ...made,
      soldTo: { ...made.soldTo, address3: 'Room 12' },
      shipTo: {
        ...made.shipTo,
        address1: '7 Dock Road',
        address2: '',
        city: 'Laramie',
        state: 'WY',
        postalCode: '82070',
      },
      ...over,
    };
  }

  const billing = (quote: Row): readonly unknown[] => [1, 2, 3, 4, 5].map((line) => quote[`address${line}`]);
  const delivery = (quote: Row): readonly unknown[] =>
    [1, 2, 3, 4, 5].map((line) => quote[`deladdress${line}`]);

  it('copies both, each line from its default fields and the postal code last', async () => {
    const result = await row.push(document());
    const quote = await row.quote(result);
    expect(billing(quote)).to.deep.equal([
      '1420 Maple Avenue',
      'Suite 200, Room 12',
      'Fort Collins',
      'CO, USA',
      '80524',
    ]);
    expect(delivery(quote)).to.deep.equal(['7 Dock Road', '', 'Laramie', 'WY, USA', '82070']);
    expect(quote['delivery_address']).to.deep.include({ line1: '7 Dock Road', postcode: '82070' });
  });

  it('takes each line from the fields that are set for it', async () => {
    const addressLines = {
      line1: 'Company',
      line2: 'Address1, Address2, Address3',
      line3: 'PostalCode, City',
      line4: 'Country',
      postalCode: 'PostalCode',
    };
    const result = await row.push(document(), { defaults: { addressLines } });
    const quote = await row.quote(result);
    expect(billing(quote)).to.deep.equal([
      'Acme Dental Group',
      '1420 Maple Avenue, Suite 200, Room 12',
      '80524, Fort Collins',
      'USA',
      '80524',
    ]);
    expect(delivery(quote).slice(0, 2)).to.deep.equal(['Acme Dental Group', '7 Dock Road']);
  });

  it('follows an address that changes, and writes nothing else', async () => {
    const first = document();
    const result = await row.push(first);
    await row.tenant.forgetRequests();
    await row.push({ ...first, shipTo: { ...first.shipTo, address1: '9 Dock Road' } });
    expect(delivery(await row.quote(result))[0]).to.equal('9 Dock Road');
    const [quote, ...more] = await row.writes('/api/Quotation');
    expect(more).to.deep.equal([]);
    expect(quote).to.have.property('deladdress1', '9 Dock Road');
    expect(quote).to.not.have.any.keys('address', 'address1', 'lines', 'title');
  });

  it('keeps an address that a person changed in the PSA', async () => {
    const first = document();
    const result = await row.push(first);
    const { id } = await row.quote(result);
    await row.tenant.edit('Quotation', {
      id: id as number,
      delivery_address: { line1: 'Gate 4', line2: '', line3: '', line4: '', postcode: '' },
    });
    await row.push({ ...first, purchaseOrder: 'PO-1' });
    expect((await row.quote(result))['delivery_address']).to.include({ line1: 'Gate 4' });
  });

  it('asks before anything is written when a line has no place in the PSA and would carry text', async () => {
    const addressLines = { line5: 'Phone' };
    const error = await errorOf(row.push(document(), { defaults: { addressLines } }));
    expect(error.code).to.equal('plan.conflict');
    expect(error.details.data).to.have.nested.property('[0].about', 'defaults.addressLines.line5');
    expect((await counts(row.tenant)).writes).to.equal(0);
    const { soldTo, shipTo } = document();
    const without = { soldTo: { ...soldTo, phone: '' }, shipTo: { ...shipTo, phone: '' } };
    expect((await row.push(document(without), { defaults: { addressLines } })).status).to.equal('written');
  });

  it('refuses a field that no address has, before anything is asked', async () => {
    const addressLines = { line1: 'Street' };
    const error = await errorOf(row.push(document(), { defaults: { addressLines } }));
    expect(error.code).to.equal('settings.invalid');
    expect(JSON.stringify(error.details)).to.contain('/defaults/addressLines/line1');
    expect(await row.tenant.requests()).to.deep.equal([]);
  });
});
