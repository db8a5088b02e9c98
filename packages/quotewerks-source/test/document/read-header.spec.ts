import { expect } from 'chai';
import { readOne, readRows } from '../read-csv.js';

describe('header of a document', () => {
  it('takes over what is stated', async () => {
    const { content, faults } = await readOne({
      H_DocType: 'order',
      H_DocStatus: 'Open',
      H_DocName: 'Refresh',
      H_DocDate: '3/1/2026 12:00:00 AM',
      H_ExpirationDate: '2026-03-31',
      H_RevisionMasterDocNo: 'AAAQ0',
      H_Superceeded: '-1',
      H_ConvertedRef: 'AAAQ7',
      H_SoldToPONumber: 'PO 7',
      H_SalesRep: 'dwhitfield',
      H_PreparedBy: 'praman',
      H_SoldToCMOppRecID: '{3F2504E0-4F89}',
      H_LocalTaxRate: '.065',
      H_TotalTax: '$1,050.57',
      H_ShippingAmount: '85.00',
      H_ShippingCost: '62.40',
      H_ShippingPricingMethod: 'M\t\tY',
      H_SubTotal: '16,162.60',
      H_GrandTotal: '17298.17',
      H_IntroductionNotes: 'Dear Laura,\r\n\r\nhello',
      H_Links: 'C:\\Quotes\\a.pdf; https://x.example/b/ ;',
    });
    expect(faults).to.deep.equal([]);
    const { soldTo, shipTo, billTo, lines, fields, ...header } = content;
    expect([soldTo.company, shipTo.company, billTo.company, lines.length]).to.deep.equal([
      'Acme Dental Group',
      '',
      '',
      1,
    ]);
    expect(fields['SoldToPONumber']).to.equal('PO 7');
    expect(header).to.deep.equal({
      format: 'quotebridge.document/1',
      number: 'AAAQ1',
      type: 'ORDER',
      name: 'Refresh',
      status: 'Open',
      date: '2026-03-01',
      expiresOn: '2026-03-31',
      revisionOf: 'AAAQ0',
      superseded: true,
      convertedFrom: 'AAAQ7',
      purchaseOrder: 'PO 7',
      salesRepresentative: 'dwhitfield',
      preparedBy: 'praman',
      opportunityId: '3F2504E0-4F89',
      tax: { mode: 'perLine', rate: '0.065', total: '1050.57' },
      freight: { amount: '85', cost: '62.4', taxable: true },
      subtotal: '16162.6',
      grandTotal: '17298.17',
      notes: { introduction: 'Dear Laura,\n\nhello', closing: '', purchasing: '', internal: '' },
      links: [
        { name: 'a.pdf', location: 'C:\\Quotes\\a.pdf' },
        { name: 'b', location: 'https://x.example/b/' },
      ],
    });
  });

  it('states nothing that the file does not', async () => {
    const { content } = await readOne({});
    expect(content).not.to.have.any.keys(
      'date',
      'expiresOn',
      'revisionOf',
      'convertedFrom',
      'opportunityId',
      'subtotal',
    );
    expect(content.tax).to.deep.equal({ mode: 'perLine' });
    expect(content.freight).to.deep.equal({ amount: '0', cost: '0', taxable: false });
  });

  it('reads each of the three addresses', async () => {
    const suffixes = [
      'Contact',
      'Title',
      'Address1',
      'Address2',
      'Address3',
      'City',
      'State',
      'PostalCode',
      'Country',
    ];
    const names = [
      'contact',
      'title',
      'address1',
      'address2',
      'address3',
      'city',
      'state',
      'postalCode',
      'country',
    ];
    const all = [...suffixes, 'Phone', 'Email', 'CMAccountNo'];
    const columns = ['SoldTo', 'ShipTo', 'BillTo'].flatMap((prefix) =>
      all.map((suffix) => [`H_${prefix}${suffix}`, `${prefix} ${suffix}`]),
    );
    const { content } = await readOne(Object.fromEntries(columns) as Record<string, string>);
    for (const [prefix, party] of [
      ['SoldTo', content.soldTo],
      ['ShipTo', content.shipTo],
      ['BillTo', content.billTo],
    ] as const) {
      names.forEach((name, index) =>
        expect(party).to.have.property(name, `${prefix} ${suffixes[index] ?? ''}`),
      );
      expect(party).to.include({
        phone: `${prefix} Phone`,
        email: `${prefix} Email`,
        contactManagerId: `${prefix} CMAccountNo`,
      });
    }
  });

  it('accepts each likely name of the expiration date', async () => {
    for (const name of ['ExpirationDate', 'DocExpirationDate', 'QuoteExpirationDate', 'ExpireDate'])
      expect((await readOne({ [`H_${name}`]: '3/1/2026' })).content.expiresOn, name).to.equal('2026-03-01');
  });

  it('knows a quote by no document that it came from, nor as a revision of itself', async () => {
    const { content } = await readOne({ H_ConvertedRef: 'AAAO1', H_RevisionMasterDocNo: 'AAAQ1' });
    expect(content).not.to.have.any.keys('convertedFrom', 'revisionOf');
  });

  it('rounds tax on the total where the tax codes are Canadian', async () => {
    expect((await readOne({ I_TaxCode: 'Y' }, { I_TaxCode: 'g' })).content.tax.mode).to.equal('onTotal');
  });

  it('takes no alternate currency for that of the amounts', async () => {
    const { content } = await readOne({ H_AlternateCurrency: 'CAD\u00041.35\u0004x' });
    expect(content).not.to.have.property('currency');
    expect(content.fields['AlternateCurrency']).to.match(/^CAD/);
  });

  const faulty: readonly (readonly [column: string, value: string, expected: RegExp])[] = [
    ['DocType', 'CREDIT', /^QUOTE, ORDER, INVOICE$/],
    ['DocDate', '2/30/2026', /a date that exists/],
    ['Superceeded', 'perhaps', /Y or N/],
    ['LocalTaxRate', '6.5', /0\.065 for 6\.5 %/],
    ['LocalTaxRate', '6.5%', /a number/],
    ['GrandTotal', '17.298,17', /a number such as/],
  ];
  for (const [column, value, expected] of faulty) {
    it(`does not guess at ${column} "${value}"`, async () => {
      const { faults } = await readOne({ [`H_${column}`]: value });
      expect(faults).to.have.lengthOf(1);
      expect(faults[0]).to.include({ at: `row 2, column DocumentHeaders_${column}`, value });
      expect(faults[0]?.expected).to.match(expected);
    });
  }

  it('finds rows that disagree, a fault a column', async () => {
    const { faults } = await readOne(
      { H_SoldToPONumber: '1', H_SalesRep: 'a' },
      { H_SoldToPONumber: '1', H_SalesRep: 'b' },
      { H_SoldToPONumber: '2', H_SalesRep: 'c' },
    );
    expect(faults).to.deep.equal([
      {
        at: 'row 4, column DocumentHeaders_SoldToPONumber',
        value: '2',
        expected: '"1", as row 2 of document AAAQ1 states it',
      },
      {
        at: 'row 3, column DocumentHeaders_SalesRep',
        value: 'b',
        expected: '"a", as row 2 of document AAAQ1 states it',
      },
    ]);
  });

  it('reports rows without a document number apart from the documents', async () => {
    const documents = await readRows([{}, { H_DocNo: ' ' }]);
    expect(documents.map(({ number, faults }) => [number, faults.length])).to.deep.equal([
      ['AAAQ1', 0],
      ['', 1],
    ]);
    expect(documents[1]?.faults[0]?.at).to.equal('row 3, column DocumentHeaders_DocNo');
  });
});
