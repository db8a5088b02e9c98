import { expect } from 'chai';
import type { JsonObject, PushResult, QuoteDocument } from '@quotebridge/core';
import { changedDocument, withoutTotals } from '../engine/changed-document.js';
import { errorOf } from '../engine/error-of.js';
import { exampleDocument } from '../engine/example-document.js';
import { counts, quoteRow } from '../engine/tenant-records.js';
import { Tenant, type Row } from '../engine/tenant.js';

describe('Summary line (one line: combined cost, price and attributes; its part number from a macro, default document number and name) or every line', () => {
  let tenant: Tenant;
  /** All of it is billed once and taxed alike; it has an option, a bundle and a returned product. */
  let plain: QuoteDocument;
  /** One-off, monthly and yearly lines, some of them taxed. */
  let mixed: QuoteDocument;
  let state: string;

  before(async () => {
    tenant = await Tenant.start();
    plain = await exampleDocument('AAAQ1005-01');
    mixed = await exampleDocument('AAAQ1001');
  });
  after(() => tenant[Symbol.asyncDispose]());
  beforeEach(async () => {
    await tenant.reset();
    state = tenant.newState();
  });

  function push(document: QuoteDocument, opportunity: JsonObject = {}): Promise<PushResult> {
    const settings = { lineHandling: 'summary', ...opportunity };
    return tenant.push(state, document, {}, { ...tenant.settings, opportunity: settings });
  }

  async function linesOf(result: PushResult): Promise<readonly Row[]> {
    return (await quoteRow(tenant, result.quote?.id)).lines;
  }

  const detail = { lineHandling: 'detail' };

  it('every line: the document and the quote have the same lines', async () => {
    const result = await push(plain, detail);
    expect((await linesOf(result)).length).to.be.greaterThan(5);
    expect(result.proof?.verdict).to.equal('equal');
  });

  it('summary: one line with quantity 1, the price and the cost of all, and no list of what is in it', async () => {
    const every = await linesOf(await push(plain, detail));
    await tenant.reset();
    state = tenant.newState();
    const [line, ...more] = await linesOf(await push(plain));
    expect(more).to.deep.equal([]);
    expect(line).to.include({ name: plain.name, note: '', quantity: 1, price: 20_272.9 });
    expect(line?.['costprice']).to.equal(costOf(every.filter((row) => row['optional'] !== true)));
  });

  it('summary: its money is proven as every line is, tax included', async () => {
    const result = await push(plain);
    expect(result.proof?.verdict).to.equal('equal');
    expect(result.proof?.sums.map(({ of, stored }) => `${of} ${stored}`)).to.deep.equal([
      'oneOff 20272.9',
      'tax 0',
      'total 20272.9',
    ]);
    expect((await push(mixed)).proof?.verdict).to.equal('equal');
  });

  it('summary: one line for each billing period and tax code, which its name tells', async () => {
    const result = await push(mixed);
    const lines = await linesOf(result);
    expect(lines.map((row) => `${String(row['name'])}: ${String(row['price'])}`)).to.deep.equal([
      'Front desk and network refresh (one-off, tax code N): 3065',
      'Front desk and network refresh (one-off, tax code Y): 11342.6',
      'Front desk and network refresh (monthly, tax code N): 1042',
      'Front desk and network refresh (yearly, tax code N): 594',
    ]);
    expect(result.proof?.sums.map(({ of, stored }) => `${of} ${stored}`)).to.deep.equal([
      'oneOff 14407.6',
      'monthly 1042',
      'yearly 594',
      'tax 737.27',
      'total 16780.87',
    ]);
  });

  describe('the part number', () => {
    it('is number and name of the document by default', async () => {
      const [line] = await linesOf(await push(plain));
      expect(line?.['productcode']).to.equal(`${plain.number} ${plain.name}`);
    });

    it('is what the macro gives', async () => {
      const [line] = await linesOf(await push(plain, { summaryPartNumber: 'TOTAL-&DH_DocNo/&DH_SalesRep' }));
      expect(line?.['productcode']).to.equal(`TOTAL-${plain.number}/${plain.salesRepresentative}`);
    });

    it('finds a product that carries it, and never creates one', async () => {
      const before = (await tenant.state()).items.length;
      const [without] = await linesOf(await push(plain));
      expect(without?.['item_id'] ?? 0).to.equal(0);
      const found = await push(plain, { summaryPartNumber: 'U2724D' });
      const [line] = await linesOf(found);
      expect(line?.['item_id']).to.be.greaterThan(0);
      expect(line).to.include({ name: plain.name, price: 20_272.9 });
      expect(found.items.map(({ number, action }) => `${number} ${action}`)).to.deep.equal([
        'U2724D matched',
      ]);
      expect((await tenant.state()).items).to.have.length(before);
    });

    it('stops the push before it writes when the macro names a field that does not exist', async () => {
      const error = await errorOf(push(plain, { summaryPartNumber: '&DH_DocNmae' }));
      expect(error).to.include({ code: 'plan.conflict' });
      expect(error.details.data).to.have.nested.property('[0].about', 'opportunity.summaryPartNumber');
      expect(error.message).to.include('DocNmae').and.include('Did you mean &DH_DocName?');
      expect(error.details.next).to.include('datalink fields document');
      expect((await counts(tenant)).writes).to.equal(0);
    });
  });

  it('summary: needs no item numbers of the lines', async () => {
    const nameless = plain.lines.map((line) => ({ ...line, manufacturerPartNumber: '' }));
    const result = await push({ ...plain, lines: nameless });
    expect(result.proof?.verdict).to.equal('equal');
  });

  it('summary: an option that is not selected is no part of it, a selected one is', async () => {
    const [without] = await linesOf(await push(plain));
    const selected = plain.lines.map((line) =>
      line.attributes.includes('option')
        ? { ...line, attributes: [...line.attributes, 'optionSelected' as const] }
        : line,
    );
    const bundle = plain.lines.filter(({ attributes }) => attributes.includes('groupMember'));
    const worth = bundle.reduce(
      (sum, line) => sum + Number(line.extendedPrice) * Number(line.groupQuantity),
      0,
    );
    expect(worth).to.be.greaterThan(0);
    const [line] = await linesOf(await push({ ...withoutTotals(plain), lines: selected }));
    expect(line?.['price']).to.equal(Number(without?.['price']) + worth);
  });

  it('summary: a document whose tax is rounded line by line to another cent is refused before it is written', async () => {
    const rounded = await exampleDocument('AAAQ1003');
    const error = await errorOf(push(rounded));
    expect(error).to.include({ code: 'plan.conflict' });
    expect(error.message).to.include('430.95').and.include('430.93');
    expect((await counts(tenant)).writes).to.equal(0);
    expect((await push(rounded, detail)).proof?.verdict).to.equal('equal');
  });

  it('summary: a second push keeps the line, a change updates it', async () => {
    await push(mixed);
    const unchanged = await push(mixed);
    expect(unchanged.requests).to.deep.equal({ read: 1, write: 0 });
    const named = await push({ ...mixed, purchaseOrder: 'PO-5' });
    expect(named.quote?.lines).to.include({ kept: 4, updated: 0, created: 0, removed: 0 });
    const dearer = await push(changedDocument(mixed, 'U2724D', { unitPrice: '390' }));
    expect(dearer.quote?.lines).to.include({ kept: 3, updated: 1, created: 0, removed: 0 });
  });

  it('changing the setting replaces the lines of the quote that exists', async () => {
    const first = await push(mixed, detail);
    const created = first.quote?.lines.created ?? 0;
    const summed = await push(mixed);
    expect(summed.quote).to.include({ id: first.quote?.id, action: 'updated' });
    expect(summed.quote?.lines).to.include({ created: 4, removed: created });
    expect(summed.proof?.verdict).to.equal('equal');
    const back = await push(mixed, detail);
    expect(back.quote?.lines).to.include({ created, removed: 4 });
    expect(await linesOf(back)).to.have.length(created);
    expect(back.proof?.verdict).to.equal('equal');
  });
});

/** Whole cents line by line, of as many as there are. */
function costOf(lines: readonly Row[]): number {
  const cents = lines.map((row) => Math.round(Number(row['quantity']) * Number(row['costprice']) * 100));
  return cents.reduce((sum, cost) => sum + cost, 0) / 100;
}
