import { expect } from 'chai';
import type { Plan, QuoteDocument } from '@quotebridge/core';
import { changedDocument } from './changed-document.js';
import { exampleDocuments } from './example-documents.js';
import { Tenant, type Row } from './tenant.js';

describe('What people edit in the PSA', () => {
  let tenant: Tenant;
  let document: QuoteDocument;
  let state: string;

  before(async () => {
    tenant = await Tenant.start();
    document = (await exampleDocuments()).get('AAAQ1001') as QuoteDocument;
  });
  after(() => tenant[Symbol.asyncDispose]());
  beforeEach(async () => {
    await tenant.reset();
    state = tenant.newState();
    await tenant.push(state, document);
  });

  async function quote(): Promise<Row & { readonly lines: readonly Row[] }> {
    const found = (await tenant.state()).quotes.find((row) => row['title'] === document.name);
    if (found === undefined) throw new Error('The quote is not there.');
    return found;
  }

  async function editLine(name: string, change: Row): Promise<void> {
    const { id, lines } = await quote();
    const edited = lines.map((line) =>
      line['productcode'] === name || line['name'] === name ? { ...line, ...change } : line,
    );
    await tenant.edit('Quotation', { id: id as number, lines: edited as never });
  }

  it('a text stays, is named in the plan, and stays with the next push, too', async () => {
    await editLine('U2724D', { name: 'The good monitor' });
    const warnings: string[] = [];
    const confirm = async (plan: Plan): Promise<boolean> => {
      warnings.push(...plan.warnings.map(({ message }) => message));
      return true;
    };
    await tenant.push(state, changedDocument(document, 'OPT-7020-MFF', { unitPrice: '850' }), { confirm });
    await tenant.push(state, changedDocument(document, 'OPT-7020-MFF', { unitPrice: '851' }), { confirm });
    expect((await quote()).lines.map((line) => line['name'])).to.include('The good monitor');
    expect(warnings.join('\n')).to.include('The good monitor');
  });

  it('a price is put right, even when the document has not changed', async () => {
    await editLine('U2724D', { price: 1 });
    const result = await tenant.push(state, document);
    expect(result.status).to.equal('written');
    expect(result.quote?.lines.updated).to.equal(1);
    const line = (await quote()).lines.find((row) => row['productcode'] === 'U2724D');
    expect(line?.['price']).to.equal(389);
  });

  it('a line that a person added stays where it is', async () => {
    const { id, lines } = await quote();
    const [first, ...rest] = lines;
    const added = { name: 'Coffee machine', quantity: 1, price: 99, sort_seq: 2 };
    const shifted = rest.map((line) => ({ ...line, sort_seq: (line['sort_seq'] as number) + 1 }));
    await tenant.edit('Quotation', { id: id as number, lines: [first, added, ...shifted] as never });
    const result = await tenant.push(state, changedDocument(document, 'OPT-7020-MFF', { unitPrice: '850' }));
    const names = (await quote()).lines.map((line) => line['name']);
    expect(names.indexOf('Coffee machine')).to.equal(1);
    expect(names).to.have.length(lines.length + 1);
    expect(result.quote?.lines.foreign).to.equal(1);
    expect(result.proof?.verdict).to.equal('equal');
  });

  it('a line that a person added goes when that is set, even when the document has not changed', async () => {
    const { id, lines } = await quote();
    const added = { name: 'Coffee machine', quantity: 1, price: 99, sort_seq: 2 };
    await tenant.edit('Quotation', { id: id as number, lines: [...lines, added] as never });
    const settings = { ...tenant.settings, quote: { foreignLines: 'remove' } };
    // The first push under another setting, and one that finds document and setting as they were.
    for (const times of [1, 2]) {
      const reasons: (string | undefined)[] = [];
      const confirm = async ({ operations }: Plan): Promise<boolean> => {
        const planned = operations.flatMap((operation) =>
          operation.kind === 'quote' ? operation.lines : [],
        );
        reasons.push(
          ...planned.flatMap(({ action, reasons: why }) => (action === 'remove' ? [why['action']?.at] : [])),
        );
        return true;
      };
      const result = await tenant.push(state, document, { confirm }, settings);
      expect(reasons, `push ${times}`).to.deep.equal(['quote.foreignLines']);
      expect(result.quote?.lines).to.include({ removed: 1, foreign: 0 });
      expect(result.proof?.verdict).to.equal('equal');
      expect((await quote()).lines.map((line) => line['name'])).to.not.include('Coffee machine');
      await tenant.edit('Quotation', { id: id as number, lines: [...(await quote()).lines, added] as never });
    }
  });

  it('a line of ours that a person deleted comes back', async () => {
    const { id, lines } = await quote();
    await tenant.edit('Quotation', {
      id: id as number,
      lines: lines.filter((line) => line['productcode'] !== 'U2724D') as never,
    });
    const result = await tenant.push(state, document);
    expect(result.quote?.lines.created).to.equal(1);
    expect((await quote()).lines).to.have.length(lines.length);
  });

  it('a name: the opportunity is found again through its quote, even when the state is lost', async () => {
    const [before] = (await tenant.state()).opportunities.filter((row) => row['summary'] === document.name);
    await tenant.edit('Opportunities', { id: before?.['id'] as number, summary: 'Renamed by Dana' });
    const result = await tenant.push(tenant.newState(), { ...document, name: 'Another name' });
    expect(result.opportunity).to.include({ id: String(before?.['id']), action: 'kept' });
    const titles = (await tenant.state()).opportunities.map((row) => row['summary']);
    expect(titles).to.include('Renamed by Dana').and.not.to.include('Another name');
  });

  it('a price: the value of the opportunity is looked at again, too', async () => {
    const other = tenant.newState();
    await tenant.push(other, changedDocument(document, 'OPT-7020-MFF', { unitPrice: '900' }));
    const result = await tenant.push(state, document);
    expect(result.opportunity?.action).to.equal('updated');
    const [opportunity] = (await tenant.state()).opportunities.filter(
      (row) => row['summary'] === document.name,
    );
    expect(opportunity?.['oppvalue']).to.equal(16043.6);
  });

  it('an opportunity that was deleted is created again, and the quote moves to it', async () => {
    const before = await quote();
    await tenant.delete('Opportunities', before['ticket_id'] as number);
    const result = await tenant.push(state, changedDocument(document, 'OPT-7020-MFF', { unitPrice: '850' }));
    expect(result.opportunity?.action).to.equal('created');
    expect(result.quote).to.include({ id: String(before['id']), action: 'updated' });
    expect(String((await quote())['ticket_id'])).to.equal(result.opportunity?.id);
    const again = await tenant.push(state, changedDocument(document, 'OPT-7020-MFF', { unitPrice: '850' }));
    expect(again.status).to.equal('unchanged');
  });

  it('a plan that was made before an edit is refused', async () => {
    const changed = changedDocument(document, 'OPT-7020-MFF', { unitPrice: '850' });
    const plan = await tenant.connect(state, (connection) => connection.plan(changed));
    await editLine('U2724D', { price: 1 });
    const error: unknown = await tenant
      .connect(state, (connection) => connection.apply(plan))
      .catch((reason: unknown) => reason);
    expect(error).to.include({ code: 'plan.stale' });
    expect((error as Error).message).to.include('quote');
  });

  it('an untouched plan can be applied later, once', async () => {
    const changed = changedDocument(document, 'OPT-7020-MFF', { unitPrice: '850' });
    const plan = await tenant.connect(state, (connection) => connection.plan(changed));
    const stored = JSON.parse(JSON.stringify(plan)) as Plan;
    await tenant.forgetRequests();
    const result = await tenant.connect(state, (connection) => connection.apply(stored));
    expect(result.status).to.equal('written');
    expect(result.requests.read + result.requests.write).to.equal((await tenant.requests()).length);
    const again: unknown = await tenant
      .connect(state, (connection) => connection.apply(stored))
      .catch((reason: unknown) => reason);
    expect(again).to.include({ code: 'plan.stale' });
  });
});
