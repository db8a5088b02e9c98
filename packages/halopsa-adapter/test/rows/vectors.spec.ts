import { expect } from 'chai';
import type { Question, QuoteDocument } from '@quotebridge/core';
import { errorOf } from '../engine/error-of.js';
import { counts } from '../engine/tenant-records.js';
import { exampleDocument } from '../engine/example-document.js';
import { rowLine } from './row-document.js';
import { RowTenant } from './row-tenant.js';

const won = { wonStatus: 'Won', closureCategory: 'Won - price' };
const macro = { mode: 'macro', macro: '&DI_ItemType:&DI_ManufacturerPartNumber' };

/** Fifteen cases that follow from what QuoteWerks documents, or what programs that work with it show. */
describe('Test vectors', () => {
  let row: RowTenant;

  before(async () => {
    row = await RowTenant.start();
  });
  after(() => row[Symbol.asyncDispose]());
  beforeEach(() => row.reset());

  /** Product codes of the quote's lines. */
  async function codes(
    document: QuoteDocument,
    pages: Parameters<RowTenant['push']>[1],
  ): Promise<readonly unknown[]> {
    const lines = await row.lines(await row.push(document, pages));
    return lines.map((line) => line['productcode']);
  }

  it('1: a mapped InternalPartNumber “ABC” is the item number; the macro is not run', async () => {
    const document = row.document([
      rowLine({ internalPartNumber: 'ABC', manufacturerPartNumber: 'DVC503', itemType: 'Product' }),
    ]);
    const products = { itemNumberField: 'InternalPartNumber', partNumberGeneration: macro };
    expect(await codes(document, { products })).to.deep.equal(['ABC']);
  });

  it('2: when it is empty, &DI_ItemType:&DI_ManufacturerPartNumber gives Product:DVC503', async () => {
    const document = row.document([rowLine({ manufacturerPartNumber: 'DVC503', itemType: 'Product' })]);
    const products = { itemNumberField: 'InternalPartNumber', partNumberGeneration: macro };
    expect(await codes(document, { products })).to.deep.equal(['Product:DVC503']);
  });

  it('3: an empty ManufacturerPartNumber is never generated: the fallback of its line type, else it stops', async () => {
    const document = row.document([rowLine({ description: 'Nameless', itemType: 'Product' })]);
    for (const partNumberGeneration of [
      { mode: 'macro', macro: 'X-&DI_ItemType' },
      { mode: 'byItemType', byItemType: { Product: 'X-&DI_ItemType' }, otherwise: 'Y' },
    ]) {
      await row.reset();
      const error = await errorOf(row.push(document, { products: { partNumberGeneration } }));
      expect(error).to.include({ code: 'plan.conflict' });
      expect(error.message).to.include('Nameless');
      const products = { partNumberGeneration, emptyPartNumbers: { product: 'MISC' } };
      expect(await codes(document, { products })).to.deep.equal(['MISC']);
    }
  });

  it('4: a product of an unmapped ItemType is created in the default product group', async () => {
    const document = row.document([rowLine({ manufacturerPartNumber: 'NEW-4', itemType: 'Unheard of' })]);
    const groups = { groups: { Software: 'Software' } };
    await row.push(document, { productGroupMappings: groups, defaults: { productGroup: 'Hardware' } });
    const hardware = (await row.item('U2724D'))['assetgroup_id'];
    expect((await row.item('NEW-4'))['assetgroup_id']).to.equal(hardware);
  });

  it('5: a product that exists is reused and not updated', async () => {
    const before = await row.item('U2724D');
    const document = row.document([
      rowLine({
        manufacturerPartNumber: 'U2724D',
        description: 'Another name',
        unitPrice: '1',
        unitCost: '2',
      }),
    ]);
    const [line] = await row.lines(await row.push(document));
    expect(line).to.include({ item_id: before['id'], name: 'Another name', price: 1 });
    expect(await row.item('U2724D')).to.deep.equal(before);
  });

  const bundle = (attributes: readonly 'option'[] = []): QuoteDocument =>
    row.document([
      rowLine({ key: 'H', lineType: 'groupHeader', quantity: '3', unitPrice: '20', attributes }),
      rowLine({
        manufacturerPartNumber: 'U2724D',
        attributes: ['groupMember'],
        quantity: '2',
        unitPrice: '10',
        extendedPrice: '20',
        groupQuantity: '3',
      }),
      rowLine({ manufacturerPartNumber: 'CAT6-3M-BL', unitPrice: '7' }),
    ]);

  it('6: group of 3, member with QtyTotal 2 and ExtendedPrice 20: amount 60, quantity 6', async () => {
    const result = await row.push(bundle());
    const member = (await row.lines(result)).find((line) => line['productcode'] === 'U2724D');
    expect(member).to.include({ quantity: 6, price: 10, total_net_total: 60 });
    expect(result.proof?.sums).to.deep.equal([
      { of: 'oneOff', document: '67', stored: '67' },
      { of: 'net', document: '67', stored: '67' },
    ]);
  });

  it('7: a header with bit 16 leaves header and members out: of the value always, of the quote when set', async () => {
    const offered = await row.push(bundle(['option']));
    expect((await row.opportunity(offered))['oppvalue']).to.equal(7);
    await row.reset();
    const left = await row.push(bundle(['option']), { quote: { options: 'skip' } });
    expect((await row.lines(left)).map((line) => line['productcode'])).to.deep.equal(['CAT6-3M-BL']);
    expect((await row.opportunity(left))['oppvalue']).to.equal(7);
  });

  it('8: QtyBase 5, QtyMultiplier1 3, price 12: quantity 15, extended 180', async () => {
    const document = await exported({ QtyBase: '5', QtyMultiplier1: '3', UnitPrice: '12' });
    const result = await row.push(document);
    expect((await row.lines(result))[0]).to.include({ quantity: 15, price: 12, total_net_total: 180 });
    expect(result.proof?.sums).to.deep.equal([
      { of: 'oneOff', document: '180', stored: '180' },
      { of: 'net', document: '180', stored: '180' },
    ]);
  });

  it('9: a price of 112.36 that R1 has rounded is 113.00: the stored price, never computed again', async () => {
    const document = await exported({
      QtyBase: '2',
      PriceModifier: 'P20R1',
      UnitCost: '100',
      UnitList: '112.36',
      UnitPrice: '113.00',
      ExtendedPrice: '226.00',
    });
    const result = await row.push(document);
    expect((await row.lines(result))[0]).to.include({ price: 113, total_net_total: 226 });
    expect(result.proof?.verdict).to.equal('equal');
  });

  it('10: converting to an order whose opportunity is linked asks, and completes it as won', async () => {
    const quote = row.document([rowLine({ manufacturerPartNumber: 'U2724D' })]);
    const order: QuoteDocument = { ...quote, number: 'ROW1-O', type: 'ORDER', convertedFrom: quote.number };
    const pages = { opportunity: { completeOn: 'order', ...won } };
    const { opportunity } = await row.push(quote, pages);
    const asked: Question[] = [];
    const ask = async (question: Question): Promise<never> => {
      asked.push(question);
      return true as never;
    };
    const result = await row.push(order, pages, { ask });
    expect(asked.map(({ about }) => about)).to.deep.equal(['completeAsWon']);
    expect(result).to.deep.include({ completion: 'won' });
    expect(result.opportunity?.id).to.equal(opportunity?.id);
    expect(await row.opportunity(result)).to.include({ status_name: 'Won', hasbeenclosed: true });
  });

  it('11: converting without an opportunity, and no won one to be created: nothing is created', async () => {
    const order = row.document([rowLine({ manufacturerPartNumber: 'NEW-11' })], { type: 'ORDER' });
    const before = await counts(row.tenant);
    const result = await row.push(order, {
      opportunity: { completeOn: 'order', createWonWhenNone: false, ...won },
    });
    expect(result).to.include({ status: 'skipped' }).and.to.not.have.any.keys('opportunity', 'quote');
    expect(await counts(row.tenant)).to.deep.equal(before);
  });

  it('12: a PO number that has changed is updated in the PSA', async () => {
    const lines = [rowLine({ manufacturerPartNumber: 'U2724D' })];
    await row.push(row.document(lines, { purchaseOrder: 'PO-1' }));
    const result = await row.push(row.document(lines, { purchaseOrder: 'PO-2' }));
    expect((await row.quote(result))['po_ref']).to.equal('PO-2');
  });

  it('13: labor that the PSA lacks is created as a cost item', async () => {
    await row.push(row.document([rowLine({ manufacturerPartNumber: 'NEW-13', itemType: 'Labor' })]));
    const costItem = { dont_track_stock: true, doesnotneedconsigning: true };
    expect(await row.item('NEW-13')).to.include(costItem);
    await row.push(row.document([rowLine({ manufacturerPartNumber: 'NEW-14', itemType: 'Product' })]));
    expect(await row.item('NEW-14')).to.not.include(costItem);
  });

  it('14: three taxable lines of 0.10 at 5 %: 0.03 line by line (0.01 each), 0.02 on the total of 0.30', async () => {
    const lines = ['a', 'b', 'c'].map((key) =>
      rowLine({ key, manufacturerPartNumber: 'CAT6-3M-BL', unitPrice: '0.1', taxCode: 'Y' }),
    );
    const pages = { taxMappings: { codes: { Y: 'GST' } } };
    for (const [mode, taxRounding, total] of [
      ['perLine', 'line', '0.03'],
      ['onTotal', 'total', '0.02'],
    ] as const) {
      await row.reset();
      await row.switches({ taxRounding });
      const result = await row.push(row.document(lines, { tax: { mode, total } }), pages);
      expect(result.proof?.sums).to.deep.include({ of: 'tax', document: total, stored: total });
      expect(result.proof?.verdict).to.equal('equal');
    }
  });

  it('15: of -01, superseded, and -02 only the live revision is synchronised', async () => {
    const line = (unitPrice: string): QuoteDocument['lines'] => [
      rowLine({ manufacturerPartNumber: 'U2724D', unitPrice }),
    ];
    const first = row.document(line('100'));
    const second = { ...row.document(line('120')), number: 'ROW1-01', revisionOf: 'ROW1' };
    const third = { ...row.document(line('150')), number: 'ROW1-02', revisionOf: 'ROW1' };
    await row.push(first);
    await row.push(second);
    const live = await row.push(third);
    const again = await errorOf(row.push({ ...second, superseded: true }));
    expect(again).to.include({ code: 'plan.conflict' });
    expect((await row.opportunity(live))['oppvalue']).to.equal(150);
    expect((await row.lines(live)).map(({ price }) => price)).to.deep.equal([150]);
    const { opportunities, quotes } = await row.tenant.state();
    for (const records of [opportunities, quotes])
      expect(records.filter((record) => JSON.stringify(record).includes('quotebridge:ROW1'))).to.have.length(
        1,
      );
  });

  /** A document of one line as the quoting tool exports it. */
  async function exported(columns: Readonly<Record<string, string>>): Promise<QuoteDocument> {
    const { soldTo } = await exampleDocument('AAAQ1001');
    const cells: Readonly<Record<string, string>> = {
      DocumentHeaders_DocNo: 'ROW1',
      DocumentHeaders_DocType: 'QUOTE',
      DocumentHeaders_DocName: 'One line',
      DocumentHeaders_SoldToCompany: soldTo.company,
      DocumentHeaders_SoldToEmail: soldTo.email,
      DocumentItems_LineType: '1',
      DocumentItems_ManufacturerPartNumber: 'U2724D',
      DocumentItems_Description: 'A monitor',
      ...Object.fromEntries(Object.entries(columns).map(([name, value]) => [`DocumentItems_${name}`, value])),
    };
    const text = [Object.keys(cells), Object.values(cells)].map((cellsOf) => cellsOf.join(',')).join('\r\n');
    await using engine = await row.tenant.engine(row.tenant.newState());
    const [read] = await engine.readDocuments({ name: 'one.csv', bytes: new TextEncoder().encode(text) });
    if (read?.document === undefined) throw new Error(JSON.stringify(read?.faults));
    return read.document;
  }
});
