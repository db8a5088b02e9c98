import { expect } from 'chai';
import type { Connection, HistoryEntry, HistoryQuery, QuoteDocument } from '@quotebridge/core';
import { changedDocument } from './changed-document.js';
import { exampleDocument } from './example-document.js';
import { Tenant } from './tenant.js';

describe('The history', () => {
  let tenant: Tenant;
  let state: string;
  let document: QuoteDocument;
  before(async () => {
    tenant = await Tenant.start();
    document = await exampleDocument('AAAQ1001');
  });
  after(() => tenant[Symbol.asyncDispose]());
  beforeEach(async () => {
    await tenant.reset();
    state = tenant.newState();
  });

  const on = <Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> =>
    tenant.connect(state, work);
  const history = (query: HistoryQuery = {}): Promise<readonly HistoryEntry[]> =>
    on((connection) => connection.history.list(query));

  it('says who pushed what when, with every record and line that was created', async () => {
    const source = { file: '/exports/quotes.csv' };
    const result = await tenant.push(state, document, { source });
    const [entry, ...others] = await history();
    expect(others).to.deep.equal([]);
    expect(entry).to.deep.include({
      actor: 'engine',
      purpose: 'push',
      outcome: 'written',
      times: 1,
      requests: result.requests,
      proof: 'equal',
      issues: [],
      source,
    });
    expect(entry?.document).to.deep.include({ number: 'AAAQ1001', family: 'AAAQ1001', type: 'QUOTE' });
    expect(entry?.startedAt).to.be.closeTo(Date.now(), 60_000);
    expect(entry?.endedAt).to.be.at.least(entry?.startedAt ?? Infinity);
    const change = (record: string): HistoryEntry['changes'][number] | undefined =>
      entry?.changes.find((one) => one.record === record);
    expect(change('opportunity')).to.deep.include({ action: 'created', id: result.opportunity?.id });
    expect(change('quote')).to.deep.include({ action: 'created', id: result.quote?.id });
    expect(change('quote')?.lines).to.have.length(result.quote?.lines.created ?? -1);
    const [line] = change('quote')?.lines ?? [];
    expect(line?.action).to.equal('created');
    expect(line?.fields.map(({ field }) => field)).to.include.members(['quantity', 'price']);
    const created = result.items.filter(({ action }) => action === 'created');
    expect(entry?.changes.filter(({ record }) => record === 'item').map(({ id }) => id)).to.have.members(
      created.map(({ id }) => id),
    );
  });

  it('shows a changed price before and after, and nothing else', async () => {
    await tenant.push(state, document);
    const dearer = changedDocument(document, 'M365-BP', { unitPrice: '30' });
    await tenant.push(state, dearer);
    const [entry] = await history();
    const quote = entry?.changes.find(({ record }) => record === 'quote');
    expect(quote).to.deep.include({ action: 'updated' });
    expect(quote?.lines).to.have.length(1);
    expect(quote?.lines?.[0]).to.deep.include({ action: 'updated' });
    expect(quote?.lines?.[0]?.fields).to.deep.include({ field: 'price', before: '22', after: '30' });
  });

  it('folds pushes that changed nothing into one entry', async () => {
    await tenant.push(state, document);
    for (let times = 0; times < 3; times += 1) {
      tenant.advance(60_000);
      await tenant.push(state, document);
    }
    const [last, first, ...others] = await history();
    expect(others).to.deep.equal([]);
    expect(first).to.deep.include({ outcome: 'written', times: 1 });
    expect(last).to.deep.include({ outcome: 'unchanged', times: 3, changes: [] });
    expect((last?.lastAt ?? 0) - (last?.startedAt ?? 0)).to.be.closeTo(120_000, 30_000);
  });

  it('says of a push that failed what it had written, and of a refused one that it wrote nothing', async () => {
    await tenant.fail({
      match: { method: 'POST', path: '/api/Quotation' },
      fault: { type: 'serverError' },
      times: 50,
    });
    await tenant.push(state, document).catch(() => undefined);
    await tenant.forgetFaults();
    const nobody = { ...document.soldTo, company: 'Nobody Ltd', email: '', contact: '' };
    const other = { ...document, number: 'AAAQ7777', soldTo: nobody };
    await tenant.push(state, other).catch(() => undefined);
    await tenant.push(state, other).catch(() => undefined);
    const [refused, failed, ...others] = await history();
    expect(others).to.deep.equal([]);
    expect(refused).to.deep.include({ outcome: 'failed', times: 2, changes: [] });
    expect(refused?.error?.code).to.equal('plan.conflict');
    expect(refused?.requests.write).to.equal(0);
    expect(refused?.issues).to.have.length(1);
    expect(failed).to.deep.include({ outcome: 'failed', times: 1 });
    expect(failed?.error?.code).to.equal('remote.unavailable');
    expect(failed?.changes.map(({ record }) => record))
      .to.include('opportunity')
      .and.not.include('quote');
  });

  it('is asked by document, family and time, and read in pages', async () => {
    await tenant.push(state, document);
    await tenant.push(state, await exampleDocument('AAAQ1006'));
    expect((await history({ documents: ['AAAQ1006'] })).map((one) => one.document.number)).to.deep.equal([
      'AAAQ1006',
    ]);
    expect(await history({ since: Date.now() + 3_600_000 })).to.deep.equal([]);
    const numbers: string[] = [];
    await on(async (connection) => {
      for await (const entry of connection.history.entries({ limit: 1 })) numbers.push(entry.document.number);
    });
    expect(numbers).to.deep.equal(['AAAQ1006']);
  });

  it('belongs to one tenant', async () => {
    await tenant.push(state, document);
    await using elsewhere = await Tenant.start();
    const there = await elsewhere.connect(state, (connection) => connection.history.list());
    expect(there).to.deep.equal([]);
  });
});
