import { expect } from 'chai';
import { newOpportunity, type Plan, type ProgressEvent, type QuoteDocument } from '@quotebridge/core';
import { errorOf } from '../engine/error-of.js';
import { exampleDocument } from '../engine/example-document.js';
import { counts, opportunityRow, quoteRow } from '../engine/tenant-records.js';
import { Tenant } from '../engine/tenant.js';

/** Open opportunities that the tenant has from the start: two of Acme Dental, one of Cedar Valley. */
const acme = '5001';
const otherAcme = '5002';
const cedar = '5006';

describe('Create or update, choosing an existing one or a new one; the link is remembered with the document and its revisions; superseded revisions are never summed', () => {
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

  async function conflictOf(work: Promise<unknown>): Promise<string> {
    const before = await counts(tenant);
    const error = await errorOf(work);
    expect(error).to.include({ code: 'plan.conflict' });
    expect((await counts(tenant)).writes).to.equal(before.writes);
    return error.message;
  }

  it('creates a new one when nothing is chosen', async () => {
    const before = await counts(tenant);
    const result = await tenant.push(state, document);
    expect(result.opportunity?.action).to.equal('created');
    expect((await counts(tenant)).opportunities).to.equal(before.opportunities + 1);
  });

  it('creates a new one when a new one is chosen, once', async () => {
    const before = await counts(tenant);
    const choices = { opportunity: newOpportunity };
    await tenant.push(state, document, { choices });
    const again = await tenant.push(state, document, { choices });
    expect(again.status).to.equal('unchanged');
    expect((await counts(tenant)).opportunities).to.equal(before.opportunities + 1);
  });

  it('updates the one that is chosen: value, quote, and our marker; its name stays', async () => {
    const before = await counts(tenant);
    const result = await tenant.push(state, document, { choices: { opportunity: acme } });
    expect(result.opportunity).to.include({ id: acme, action: 'updated' });
    expect(result.proof?.verdict).to.equal('equal');
    expect((await counts(tenant)).opportunities).to.equal(before.opportunities);
    const row = await opportunityRow(tenant, acme);
    expect(row['oppvalue']).to.equal(16_043.6);
    expect(row['summary']).to.equal('Workstation refresh, front desk');
    expect(JSON.stringify(row)).to.include('quotebridge:AAAQ1001');
    expect(String((await quoteRow(tenant, result.quote?.id))['ticket_id'])).to.equal(acme);
  });

  it('says in the plan that a person chose it', async () => {
    const plan: Plan = await tenant.connect(state, (connection) =>
      connection.plan(document, { choices: { opportunity: acme } }),
    );
    const match = plan.matches.find(({ kind }) => kind === 'opportunity');
    expect(match).to.deep.include({ id: acme, name: 'Workstation refresh, front desk' });
    expect(match?.reason.from).to.equal('person');
  });

  it('asks, and takes the answer: an existing one, a new one, or what happens without an answer', async () => {
    for (const [answer, expected] of [
      [otherAcme, 'updated'],
      [newOpportunity, 'created'],
      [undefined, 'created'],
    ] as const) {
      await tenant.reset();
      const result = await tenant.push(tenant.newState(), document, { ask: async () => answer as never });
      expect(result.opportunity?.action, String(answer)).to.equal(expected);
      if (answer === otherAcme) expect(result.opportunity?.id).to.equal(otherAcme);
    }
  });

  it('does not ask what was chosen beforehand', async () => {
    const ask = async (): Promise<never> => {
      throw new Error('asked');
    };
    const result = await tenant.push(state, document, { choices: { opportunity: acme }, ask });
    expect(result.opportunity?.id).to.equal(acme);
  });

  it('takes the one that the quoting tool has linked', async () => {
    const result = await tenant.push(state, { ...document, opportunityId: acme });
    expect(result.opportunity).to.include({ id: acme, action: 'updated' });
  });

  it('remembers the choice: a later push, even without the state, goes to the same one', async () => {
    await tenant.push(state, document, { choices: { opportunity: acme } });
    const changed = { ...document, purchaseOrder: 'PO-77' };
    expect((await tenant.push(state, changed)).opportunity?.id).to.equal(acme);
    const elsewhere = await tenant.push(tenant.newState(), { ...document, purchaseOrder: 'PO-78' });
    expect(elsewhere.opportunity?.id).to.equal(acme);
    const unchanged = await tenant.push(state, changed, { choices: { opportunity: acme } });
    expect(unchanged.opportunity?.id).to.equal(acme);
  });

  it('remembers the choice of a push that was cut off', async () => {
    const before = await counts(tenant);
    const stop = new AbortController();
    const progress = ({ message }: ProgressEvent): void => {
      if (message === 'Updating the opportunity') stop.abort();
    };
    const choices = { opportunity: acme };
    const error = await errorOf(tenant.push(state, document, { choices, progress, signal: stop.signal }));
    expect(error.message).to.include('Still to be written: the quote');
    const result = await tenant.push(state, document);
    expect(result.opportunity?.id).to.equal(acme);
    expect(result.quote?.action).to.equal('created');
    expect((await counts(tenant)).opportunities).to.equal(before.opportunities);
    expect(JSON.stringify(await opportunityRow(tenant, acme))).to.include('quotebridge:AAAQ1001');
  });

  it('a revision goes to the chosen one, whose value is then that of the revision alone', async () => {
    const first = { ...(await exampleDocument('AAAQ1005')), superseded: false };
    const revision = await exampleDocument('AAAQ1005-01');
    await tenant.push(state, first, { choices: { opportunity: cedar } });
    expect((await opportunityRow(tenant, cedar))['oppvalue']).to.equal(14_120);
    const result = await tenant.push(state, revision);
    expect(result.opportunity?.id).to.equal(cedar);
    const sum = await valueOf(revision);
    expect((await opportunityRow(tenant, cedar))['oppvalue'])
      .to.equal(sum)
      .and.not.equal(14_120 + sum);
    const quotes = (await tenant.state()).quotes.filter((row) => String(row['ticket_id']) === cedar);
    const ours = quotes.filter((row) => JSON.stringify(row).includes('quotebridge:'));
    expect(ours).to.have.length(1);
    expect(result.proof?.verdict).to.equal('equal');
  });

  it('refuses a superseded revision, so that it is never added to the one that counts', async () => {
    await tenant.push(state, await exampleDocument('AAAQ1005-01'), { choices: { opportunity: cedar } });
    const { oppvalue } = await opportunityRow(tenant, cedar);
    const superseded = await exampleDocument('AAAQ1005');
    expect(await conflictOf(tenant.push(state, superseded))).to.include('superseded');
    expect((await opportunityRow(tenant, cedar))['oppvalue']).to.equal(oppvalue);
  });

  it('refuses an opportunity that is not there, or is another client’s', async () => {
    const choose = (opportunity: string): Promise<unknown> =>
      tenant.push(state, document, { choices: { opportunity } });
    expect(await conflictOf(choose('999999'))).to.include('999999');
    expect(await conflictOf(choose('no-id'))).to.include('no-id');
    expect(await conflictOf(choose(cedar))).to.include('another client');
  });

  it('refuses an opportunity of another document, whoever names it', async () => {
    await tenant.push(state, document, { choices: { opportunity: acme } });
    const second = await exampleDocument('AAAQ1008', 'quote.json');
    const choices = { opportunity: acme };
    expect(await conflictOf(tenant.push(state, second, { choices }))).to.include('quotebridge:AAAQ1001');
    expect(await conflictOf(tenant.push(state, { ...second, opportunityId: acme }))).to.include('AAAQ1001');
  });

  it('refuses another one for a document that has one already', async () => {
    await tenant.push(state, document, { choices: { opportunity: acme } });
    const choices = { opportunity: otherAcme };
    expect(await conflictOf(tenant.push(state, document, { choices }))).to.include(acme);
    expect(await conflictOf(tenant.push(tenant.newState(), document, { choices }))).to.include(acme);
    expect(await conflictOf(tenant.push(state, { ...document, name: 'New' }, { choices }))).to.include(acme);
  });

  /** What one period of everything amounts to, as a plan for an empty tenant sees it. */
  async function valueOf(revision: QuoteDocument): Promise<number> {
    const plan = await tenant.connect(tenant.newState(), (connection) => connection.plan(revision));
    return Object.values(plan.money.net).reduce((sum, amount) => sum + Number(amount), 0);
  }
});
