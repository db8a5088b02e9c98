import { expect } from 'chai';
import {
  createEngine,
  QuotebridgeError,
  type Connection,
  type PushOptions,
  type QuoteDocument,
  type StoredIssue,
} from '@quotebridge/core';
import { openSqliteState } from '@quotebridge/core/sqlite-state';
import { errorOf } from './error-of.js';
import { exampleDocument } from './example-document.js';
import { exampleBytes, exampleContent } from './example-file.js';
import { pluginCandidate } from './plugin-candidate.js';
import { Tenant } from './tenant.js';

const source = { file: '/exports/quotes.csv' };

/** AAAQ1001 for a client that no PSA has. */
async function forNobody(): Promise<QuoteDocument> {
  const document = await exampleDocument('AAAQ1001');
  return { ...document, soldTo: { ...document.soldTo, company: 'Nobody Ltd', email: '', contact: '' } };
}

function attached(name: string): PushOptions {
  const file = {
    name,
    mediaType: 'application/pdf',
    location: `/exports/${name}`,
    size: exampleBytes('quote.pdf').length,
    open: () => exampleContent('quote.pdf'),
  };
  return { attachments: [file], source: { ...source, attach: [file.location] } };
}

describe('The issue desk', () => {
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
  const issues = (): Promise<readonly StoredIssue[]> => on((connection) => connection.issues.list());
  const push = (of: QuoteDocument, options: PushOptions = { source }): Promise<unknown> =>
    tenant.push(state, of, options).catch((error: unknown) => error);

  it('holds each question of a plan that was refused, and counts it when it comes up again', async () => {
    await push(await forNobody());
    const [first, ...others] = await issues();
    expect(first).to.deep.include({
      level: 'error',
      stage: 'plan',
      purpose: 'push',
      code: 'plan.conflict',
      about: 'client',
      times: 1,
      source,
    });
    expect(first?.document).to.deep.equal({ number: 'AAAQ1001', family: 'AAAQ1001', type: 'QUOTE' });
    expect(first?.message).to.contain('Nobody Ltd');
    expect(first?.next).to.match(/\w/);
    expect(others).to.deep.equal([]);
    tenant.advance(60_000);
    await push(await forNobody());
    const [again] = await issues();
    expect(again).to.deep.include({ id: first?.id, times: 2, firstSeen: first?.firstSeen });
    expect(again?.lastSeen).to.be.greaterThan(first?.lastSeen ?? Infinity);
  });

  it('knows the same fault on another machine by the same id', async () => {
    await push(await forNobody());
    const [here] = await issues();
    state = tenant.newState();
    await push(await forNobody());
    expect((await issues())[0]?.id)
      .to.equal(here?.id)
      .and.to.match(/^[2-9a-z]{8}$/);
  });

  it('is clear again by itself when the document goes through', async () => {
    await push(await forNobody());
    expect(await issues()).to.have.length(1);
    await tenant.push(state, document, { source });
    expect(await issues()).to.deep.equal([]);
  });

  it('leaves the issues of other documents alone', async () => {
    await push(await forNobody());
    await tenant.push(state, await exampleDocument('AAAQ1006'));
    expect((await issues()).map(({ document: { number } }) => number)).to.deep.equal(['AAAQ1001']);
  });

  it('names the record that the PSA refused; a retry writes only what is missing', async () => {
    const before = await tenant.state();
    const quote = { match: { method: 'POST', path: '/api/Quotation' }, fault: { type: 'serverError' } };
    await tenant.fail({ ...quote, times: 50 });
    await push(document);
    const [issue] = await issues();
    expect(issue).to.deep.include({ stage: 'apply', about: 'quote', code: 'remote.unavailable' });
    await tenant.forgetFaults();
    const { pushes } = await on((connection) => connection.issues.retries('all'));
    expect(pushes.map((one) => [one.purpose, one.document.number, one.source])).to.deep.equal([
      ['push', 'AAAQ1001', source],
    ]);
    await tenant.push(state, document, { source });
    expect(await issues()).to.deep.equal([]);
    const after = await tenant.state();
    expect(after.opportunities.length - before.opportunities.length).to.equal(1);
    expect(after.quotes.length - before.quotes.length).to.equal(1);
  });

  it('holds a document that could not be read, and does not write down the same failure twice', async () => {
    const faults = [{ at: 'row 3, column UnitPrice', expected: 'a number' }];
    const broken = new QuotebridgeError('document.invalid', 'Document AAAQ9 has faults.', { faults });
    const raised = await errorOf(
      on((connection) => connection.issues.watch({ number: 'AAAQ9', source }, () => Promise.reject(broken))),
    );
    expect(raised).to.equal(broken);
    const nobody = await forNobody();
    await errorOf(
      on((connection) =>
        connection.issues.watch({ number: 'AAAQ1001', source }, () => connection.push(nobody, { source })),
      ),
    );
    const found = await issues();
    expect(
      found.map(({ document: { number }, stage, times }) => [number, stage, times]),
    ).to.have.deep.members([
      ['AAAQ9', 'read', 1],
      ['AAAQ1001', 'plan', 1],
    ]);
    expect(found.find(({ document: { number } }) => number === 'AAAQ9')?.faults).to.deep.equal(faults);
  });

  it('does not take an answer of a person for a failure', async () => {
    await push(document, { confirm: async () => false });
    await push(document, { confirm: () => Promise.reject(new Error('edited')) });
    expect(await issues()).to.deep.equal([]);
    expect(await on((connection) => connection.history.list())).to.deep.equal([]);
  });

  it('lists what is dismissed only when asked; an error that happens again is back', async () => {
    await push(await forNobody());
    const [issue] = await issues();
    const id = issue?.id ?? '';
    await on((connection) => connection.issues.dismiss([id.slice(0, 4)]));
    expect(await issues()).to.deep.equal([]);
    expect(await on((connection) => connection.issues.list({ dismissed: true }))).to.have.length(1);
    expect((await on((connection) => connection.issues.retries('all'))).pushes).to.deep.equal([]);
    await push(await forNobody());
    expect(await issues()).to.have.length(1);
  });

  it('keeps a warning aside that was dismissed, until it is over', async () => {
    const order = await exampleDocument('AAAO1001');
    const { revisionOf: _, convertedFrom: __, ...alone } = order;
    await push(alone);
    const [skipped] = await issues();
    expect(skipped).to.deep.include({ level: 'warning', about: 'opportunity' });
    expect(skipped?.next).to.contain('--create-won');
    await on((connection) => connection.issues.dismiss([skipped?.id ?? '']));
    await push(alone);
    expect(await issues()).to.deep.equal([]);
    const [aside] = await on((connection) => connection.issues.list({ dismissed: true }));
    expect(aside).to.deep.include({ times: 2 });
    await push(alone, { choices: { opportunity: 'new', createWon: true } });
    expect(await on((connection) => connection.issues.list({ dismissed: true }))).to.deep.equal([]);
  });

  it('clears the fault of a file only when that file was there', async () => {
    await push(document, attached('offer.exe'));
    const [issue] = await issues();
    expect(issue).to.deep.include({ code: 'plan.conflict', attachment: 'offer.exe' });
    await tenant.push(state, document, { source });
    expect(await issues()).to.have.length(1);
    await push(document, attached('offer.pdf'));
    expect(await issues(), 'another file').to.have.length(1);
    const types = { attachments: { types: ['pdf', 'exe'] } };
    await tenant.push(state, document, attached('offer.exe'), { ...tenant.settings, ...types });
    expect(await issues()).to.deep.equal([]);
  });

  it('has an issue for a push whose process ended in the middle', async () => {
    await tenant.push(state, document, { source });
    const target = await on(async ({ contactManager }) => contactManager.target ?? '');
    {
      // What a killed process leaves behind: an entry that was begun and never ended.
      await using left = await openSqliteState({ path: state });
      const [entry] = await left.history.list(`main @ ${target}`);
      if (entry === undefined) throw new Error('There is no entry.');
      await left.history.begin(`main @ ${target}`, { ...entry, process: 'gone:1' });
    }
    await using engine = createEngine({
      plugins: [pluginCandidate('halopsa-adapter')],
      state: await openSqliteState({ path: state, isProcessAlive: (owner) => owner !== 'gone:1' }),
      resolveSecret: async () => undefined,
    });
    const connection = await engine.open('main', { plugin: 'halopsa', settings: tenant.settings });
    const [issue, ...others] = await connection.issues.list();
    expect(others).to.deep.equal([]);
    expect(issue).to.deep.include({ code: 'cancelled', times: 1, source });
    expect(issue?.message).to.contain('cut off');
    expect((await connection.issues.list())[0]).to.deep.include({ times: 1 });
    expect((await connection.history.list())[0]).to.deep.include({ outcome: 'interrupted' });
    await connection.push(document, { source });
    expect(await connection.issues.list()).to.deep.equal([]);
  });

  it('refuses an id that is none, and one that several begin with', async () => {
    await push(await forNobody());
    const error = await errorOf(on((connection) => connection.issues.get('zzzz')));
    expect(error.code).to.equal('usage');
    expect(error.message).to.contain('zzzz');
    const empty = await errorOf(on((connection) => connection.issues.get('')));
    expect(empty.code).to.equal('usage');
  });
});
