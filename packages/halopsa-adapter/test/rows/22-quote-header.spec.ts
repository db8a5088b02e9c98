import { expect } from 'chai';
import type { JsonObject, PushOptions, PushResult, QuoteDocument } from '@quotebridge/core';
import { exampleDocument } from '../engine/example-document.js';
import { opportunityRow, quoteRow, type QuoteRow } from '../engine/tenant-records.js';
import { Tenant } from '../engine/tenant.js';

const title = 'A better title';
const edits = {
  title,
  description: 'Written by a person',
  date: '2026-12-01',
  expiresOn: '2027-02-01',
};

describe("Create or update with name, description, effective and expiration date editable before saving; status New (the tenant's own); PO number on create and on update", () => {
  let tenant: Tenant;
  let document: QuoteDocument;
  let state: string;

  before(async () => {
    tenant = await Tenant.start();
    document = await exampleDocument('AAAQ1001');
  });
  after(() => tenant[Symbol.asyncDispose]());
  beforeEach(async () => {
    await tenant.reset();
    state = tenant.newState();
  });

  function push(
    used: QuoteDocument,
    quote?: NonNullable<PushOptions['choices']>['quote'],
    settings: JsonObject = tenant.settings,
  ): Promise<PushResult> {
    return tenant.push(state, used, quote === undefined ? {} : { choices: { quote } }, settings);
  }

  async function rowOf(result: PushResult): Promise<QuoteRow> {
    return quoteRow(tenant, result.quote?.id);
  }

  const day = (value: unknown): string => String(value).slice(0, 10);

  async function headerOf(result: PushResult): Promise<object> {
    const row = await rowOf(result);
    return {
      title: row['title'],
      description: row['note'],
      date: day(row['date'] ?? row['quotation_date']),
      expiresOn: day(row['expiry_date'] ?? row['expirydate']),
    };
  }

  it('without edits the quote says what the document says', async () => {
    expect(await headerOf(await push(document))).to.deep.equal({
      title: document.name,
      description: document.notes.introduction,
      date: document.date,
      expiresOn: document.expiresOn,
    });
  });

  it('edits on creation stand in the quote, and the name of the opportunity is not affected', async () => {
    const result = await push(document, edits);
    expect(await headerOf(result)).to.deep.equal(edits);
    expect((await opportunityRow(tenant, result.opportunity?.id))['summary']).to.equal(document.name);
  });

  it('edits on update, of a document that has not changed', async () => {
    await push(document);
    const result = await push(document, edits);
    expect(result.quote?.action).to.equal('updated');
    expect(await headerOf(result)).to.deep.equal(edits);
    expect(result.quote?.lines).to.include({ updated: 0, created: 0, removed: 0 });
  });

  it('the plan names a person as the reason, and the document for what is not edited', async () => {
    const plan = await tenant.connect(state, (connection) =>
      connection.plan(document, { choices: { quote: { title } } }),
    );
    const quote = plan.operations.find(({ kind }) => kind === 'quote');
    if (quote?.kind !== 'quote') throw new Error('The plan has no quote.');
    expect(quote.wanted.title).to.equal(title);
    expect(quote.reasons['title']?.from).to.equal('person');
    expect(quote.reasons['description']?.from).to.equal('document');
  });

  it('an edit stays with later pushes, without being given again and without more requests', async () => {
    await push(document, edits);
    const unchanged = await push(document);
    expect(unchanged).to.deep.include({ status: 'unchanged', requests: { read: 1, write: 0 } });
    const given = await push(document, edits);
    expect(given).to.deep.include({ status: 'unchanged', requests: { read: 1, write: 0 } });
    const changed = await push({ ...document, purchaseOrder: 'PO-1' });
    expect(await headerOf(changed)).to.deep.equal(edits);
    expect(changed.issues.map(({ about }) => about)).to.not.include('quote');
    expect((await push({ ...document, purchaseOrder: 'PO-1' })).status).to.equal('unchanged');
  });

  it('an edit is over once the document itself says something new, field by field', async () => {
    await push(document, edits);
    const result = await push({ ...document, name: 'New name in the tool', date: '2026-11-30' });
    expect(await headerOf(result)).to.deep.equal({
      ...edits,
      title: 'New name in the tool',
      date: '2026-11-30',
    });
    expect(await headerOf(await push(document))).to.deep.equal({
      ...edits,
      title: document.name,
      date: document.date,
    });
  });

  it('an edit is written over what somebody changed in the PSA, but only when it is given', async () => {
    const first = await push(document, { title });
    await tenant.edit('Quotation', { id: Number(first.quote?.id), title: 'Changed in the PSA' });
    const kept = await push({ ...document, purchaseOrder: 'PO-2' });
    expect((await rowOf(kept))['title']).to.equal('Changed in the PSA');
    const again = await push({ ...document, purchaseOrder: 'PO-2' }, { title: 'Decided anew' });
    expect((await rowOf(again))['title']).to.equal('Decided anew');
  });

  it('an edit holds for the order that the quote becomes', async () => {
    await push(document, { title });
    const order = await exampleDocument('AAAO1001');
    expect(order.name).to.equal(document.name);
    expect((await rowOf(await push(order)))['title']).to.equal(title);
  });

  it('an edit back to what the document says ends it', async () => {
    await push(document, { title });
    expect((await rowOf(await push(document, { title: document.name })))['title']).to.equal(document.name);
    expect((await rowOf(await push({ ...document, purchaseOrder: 'x' })))['title']).to.equal(document.name);
  });

  describe('the status', () => {
    it('is the tenant’s own for new quotes', async () => {
      expect((await rowOf(await push(document)))['status_name']).to.equal('New');
    });

    it('is what is set, on creation only', async () => {
      const settings = { ...tenant.settings, quote: { status: 'Sent' } };
      const result = await push(document, undefined, settings);
      expect((await rowOf(result))['status_name']).to.equal('Sent');
      await tenant.edit('Quotation', { id: Number(result.quote?.id), status: 1 });
      const moved = (await rowOf(result))['status_name'];
      expect(moved).to.not.equal('Sent');
      await push({ ...document, purchaseOrder: 'PO-3' }, undefined, settings);
      expect((await rowOf(result))['status_name']).to.equal(moved);
    });
  });

  describe('the PO number', () => {
    const numberOf = (row: QuoteRow): unknown => row['po_ref'];

    it('stands in the quote when it is created', async () => {
      const result = await push({ ...document, purchaseOrder: 'PO-100' });
      expect(numberOf(await rowOf(result))).to.equal('PO-100');
    });

    it('is updated with the document', async () => {
      await push({ ...document, purchaseOrder: '' });
      expect(numberOf(await rowOf(await push({ ...document, purchaseOrder: 'PO-200' })))).to.equal('PO-200');
      expect(numberOf(await rowOf(await push({ ...document, purchaseOrder: 'PO-300' })))).to.equal('PO-300');
    });
  });
});
