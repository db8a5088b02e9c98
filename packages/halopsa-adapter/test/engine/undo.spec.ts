import { expect } from 'chai';
import type { Plan, PushResult, QuoteDocument } from '@quotebridge/core';
import { changedDocument } from './changed-document.js';
import { endState } from './end-state.js';
import { errorOf } from './error-of.js';
import { exampleDocument } from './example-document.js';
import { Tenant, type Row } from './tenant.js';

const settings = { opportunity: { completeOn: 'order', wonStatus: 'Won' } } as const;

describe('Undo in a tenant', () => {
  let tenant: Tenant;
  let document: QuoteDocument;
  let changed: QuoteDocument;
  let state: string;

  before(async () => {
    tenant = await Tenant.start({}, settings);
    document = await exampleDocument('AAAQ1001');
    changed = withoutLine(changedDocument(document, 'OPT-7020-MFF', { unitPrice: '850' }), 'U2724D');
  });
  after(() => tenant[Symbol.asyncDispose]());
  beforeEach(async () => {
    await tenant.reset();
    state = tenant.newState();
    await tenant.push(state, document);
  });

  const undo = (number = 'AAAQ1001'): Promise<PushResult> =>
    tenant.connect(state, (connection) => connection.undo(number));
  const warnings = (result: PushResult): string => result.issues.map(({ message }) => message).join('\n');
  const remains = async (): Promise<string> => endState(await tenant.state());

  async function opportunity(): Promise<Row> {
    const rows = (await tenant.state()).opportunities;
    const found = rows.find((row) => JSON.stringify(row).includes('quotebridge'));
    if (found === undefined) throw new Error('The opportunity is not there.');
    return found;
  }

  async function quote(): Promise<Row & { readonly lines: readonly Row[] }> {
    const found = (await tenant.state()).quotes.find((row) => row['title'] === document.name);
    if (found === undefined) throw new Error('The quote is not there.');
    return found;
  }

  it('of a first push deletes opportunity and quote, and the next push begins anew', async () => {
    const pushed = await remains();
    const result = await undo();
    expect(result.opportunity?.action).to.equal('removed');
    expect(result.quote?.action).to.equal('removed');
    const { opportunities, quotes } = JSON.parse(await remains()) as Record<string, readonly unknown[]>;
    expect([opportunities, quotes]).to.deep.equal([[], []]);
    const again = await tenant.push(state, document);
    expect(again.opportunity?.action).to.equal('created');
    expect(await remains()).to.equal(pushed);
  });

  it('of a first push deletes no opportunity on which somebody has worked', async () => {
    const { id } = await opportunity();
    await tenant.edit('Actions', { ticket_id: id as number, outcome_id: 7, note: 'Called them.' });
    const result = await undo();
    expect(warnings(result)).to.match(/The opportunity \d+ that the push created stays: others have used it/);
    expect((await opportunity())['id']).to.equal(id);
    expect((await tenant.push(state, document)).opportunity?.action).not.to.equal('created');
  });

  it('of a first push deletes nothing that another machine has written since', async () => {
    await tenant.push(tenant.newState(), changed);
    const result = await undo();
    expect(warnings(result)).to.match(
      /The quote \d+ that the push created stays: another machine has written it since/,
    );
    expect(warnings(result)).to.match(/The opportunity \d+ that the push created stays/);
    expect((await quote()).lines).to.have.length(changed.lines.length);
    expect((await tenant.push(state, changed)).quote?.action).not.to.equal('created');
  });

  it('gives an opportunity free that was there before', async () => {
    await undo();
    const { opportunities } = await tenant.connect(state, (connection) =>
      connection.existingOpportunities(document),
    );
    const id = opportunities[0]?.id ?? '';
    const chosen = await tenant.push(state, document, { choices: { opportunity: id } });
    expect(chosen.opportunity).to.deep.include({ id, action: 'updated' });
    const record = async (): Promise<string> =>
      JSON.stringify(await tenant.record('Opportunities', Number(id)));
    expect(await record()).to.include('quotebridge');
    await undo();
    expect(await record()).not.to.include('quotebridge');
    expect((await tenant.push(state, document)).opportunity?.action).to.equal('created');
  });

  it('of an update puts everything back, and then there is nothing to push', async () => {
    const before = await remains();
    await tenant.push(state, changed);
    expect(await remains()).not.to.equal(before);
    const result = await undo();
    expect(result.quote?.lines).to.include({ created: 1, updated: 1, removed: 0 });
    expect(result.proof?.verdict).to.equal('equal');
    expect(await remains()).to.equal(before);
    await tenant.forgetRequests();
    const next = await tenant.push(state, document);
    expect(next.status).to.equal('unchanged');
    expect((await tenant.requests()).filter(({ write }) => write)).to.deep.equal([]);
  });

  it('of an update leaves what people have changed since', async () => {
    await tenant.push(state, changed);
    const { id, lines } = await quote();
    const edited = lines.map((line) =>
      line['productcode'] === 'OPT-7020-MFF' ? { ...line, price: 799 } : line,
    );
    await tenant.edit('Quotation', { id: id as number, lines: edited as never });
    expect(warnings(await undo())).to.contain(
      'price was changed in the PSA since the push and stays as it is there (799)',
    );
    const line = (await quote()).lines.find((row) => row['productcode'] === 'OPT-7020-MFF');
    expect(line?.['price']).to.equal(799);
  });

  it('of a conversion opens the opportunity again', async () => {
    const open = await opportunity();
    const order: QuoteDocument = {
      ...document,
      number: 'AAAO1001',
      type: 'ORDER',
      convertedFrom: 'AAAQ1001',
    };
    expect((await tenant.push(state, order)).completion).to.equal('won');
    expect((await opportunity())['status_id']).not.to.equal(open['status_id']);
    expect((await undo('AAAO1001')).reopened).to.equal(true);
    expect((await opportunity())['status_id']).to.equal(open['status_id']);
    expect((await tenant.push(state, document)).status).to.equal('unchanged');
  });

  it('carries out a stored plan, and refuses it once it is out of date', async () => {
    await tenant.push(state, changed);
    const plan = (): Promise<Plan> => tenant.connect(state, (connection) => connection.planUndo('AAAQ1001'));
    const made = await plan();
    await tenant.edit('Quotation', { id: (await quote())['id'] as number, note: 'Another remark' });
    const refused = tenant.connect(state, (connection) => connection.apply(made));
    expect((await errorOf(refused)).code).to.equal('plan.stale');
    const fresh = await plan();
    await tenant.connect(state, (connection) => connection.apply(fresh));
    expect((await quote()).lines).to.have.length(document.lines.length);
  });

  it('plans without a write', async () => {
    await tenant.push(state, changed);
    await tenant.forgetRequests();
    await tenant.connect(state, (connection) => connection.planUndo('AAAQ1001'));
    expect((await tenant.requests()).filter(({ write }) => write)).to.deep.equal([]);
  });

  it('goes through after an answer got lost, at each of its writes', async () => {
    const before = await remains();
    for (const nth of [1, 2]) {
      await tenant.push(state, changed);
      await tenant.fail({
        match: { method: 'POST', path: '/api/', nth },
        times: 1,
        fault: { type: 'dropAfter' },
      });
      await undo().catch(() => undo());
      expect(await remains(), `at write ${nth}`).to.equal(before);
    }
  });
});

function withoutLine(document: QuoteDocument, partNumber: string): QuoteDocument {
  return {
    ...document,
    lines: document.lines.filter(({ manufacturerPartNumber }) => manufacturerPartNumber !== partNumber),
  };
}
