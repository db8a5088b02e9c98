import { expect } from 'chai';
import type { QuoteDocument } from '@quotebridge/core';
import { exampleDocuments } from './example-documents.js';
import { Tenant } from './tenant.js';

describe('Revisions and conversions', () => {
  let tenant: Tenant;
  let documents: ReadonlyMap<string, QuoteDocument>;
  /** An order that has no opportunity yet gets one only when a person wants that. */
  const wanted = { choices: { createWon: true } };
  const won = { opportunity: { completeOn: 'order', wonStatus: 'Won', closureCategory: 'Won - price' } };

  before(async () => {
    tenant = await Tenant.start({}, won);
    documents = await exampleDocuments();
  });
  after(() => tenant[Symbol.asyncDispose]());
  beforeEach(() => tenant.reset());

  function get(number: string): QuoteDocument {
    const document = documents.get(number);
    if (document === undefined) throw new Error(`${number} is not among the examples.`);
    return document;
  }

  async function ours(): Promise<{ opportunities: number; quotes: number }> {
    const state = await tenant.state();
    const count = (rows: readonly object[]): number =>
      rows.filter((row) => JSON.stringify(row).includes('quotebridge:')).length;
    return { opportunities: count(state.opportunities), quotes: count(state.quotes) };
  }

  it('an order updates the opportunity and quote of its quote and wins it', async () => {
    const state = tenant.newState();
    await tenant.push(state, get('AAAQ1001'));
    const result = await tenant.push(state, get('AAAO1001'));
    expect(result.completion).to.equal('won');
    expect(result.document.family).to.equal('AAAQ1001');
    expect(await ours()).to.deep.equal({ opportunities: 1, quotes: 1 });
    const [opportunity] = (await tenant.state()).opportunities.filter(
      (row) => row['summary'] === get('AAAQ1001').name,
    );
    expect(opportunity).to.include({ status_name: 'Won', hasbeenclosed: true });
    expect(opportunity?.['oppclosurecategory']).to.be.greaterThan(0);
    expect(opportunity?.['oppconverteddate']).to.be.a('string');
  });

  it('an order finds its quote on a machine that has never seen it', async () => {
    await tenant.push(tenant.newState(), get('AAAQ1001'));
    await tenant.push(tenant.newState(), get('AAAO1001'));
    expect(await ours()).to.deep.equal({ opportunities: 1, quotes: 1 });
  });

  it('an order that is pushed again is not won twice', async () => {
    const state = tenant.newState();
    await tenant.push(state, get('AAAO1001'), wanted);
    const again = await tenant.push(state, get('AAAO1001'));
    expect(again.status).to.equal('unchanged');
    expect(again.requests).to.deep.equal({ read: 1, write: 0 });
  });

  it('a later revision replaces the lines of the earlier one', async () => {
    const state = tenant.newState();
    await tenant.push(state, { ...get('AAAQ1005'), superseded: false });
    const result = await tenant.push(state, get('AAAQ1005-01'));
    expect(result.document.family).to.equal('AAAQ1005');
    expect(result.proof?.verdict).to.equal('equal');
    expect(await ours()).to.deep.equal({ opportunities: 1, quotes: 1 });
  });

  it('a quote does not undo the order that was made of it', async () => {
    const state = tenant.newState();
    await tenant.push(state, get('AAAO1001'), wanted);
    await tenant.forgetRequests();
    const error: unknown = await tenant.push(state, get('AAAQ1001')).catch((reason: unknown) => reason);
    expect(error).to.include({ code: 'plan.conflict' });
    expect(await tenant.requests()).to.deep.equal([]);
  });

  it('a superseded revision is refused', async () => {
    const error: unknown = await tenant
      .push(tenant.newState(), get('AAAQ1005'))
      .catch((reason: unknown) => reason);
    expect(error).to.include({ code: 'plan.conflict' });
    expect((await tenant.requests()).filter((request) => request.write)).to.deep.equal([]);
  });
});
