import { expectForm } from './harness/schema-check.js';
import { errorOf } from './harness/run-command.js';
import { example, Workplace } from './harness/workplace.js';
import { Declined } from '../src/push/declined.js';
import { worstExitCode } from '../src/push/outcome-exit-code.js';
import { pushDocumentsOneByOne } from '../src/push/push-documents-one-by-one.js';
import { Unasked } from '../src/push/unasked.js';
import type { WatchDocument } from '../src/push/watch-document.js';
import { summaryText } from '../src/push/summary-text.js';
import { QuotebridgeError, type Plan, type PushResult, type QuoteDocument } from '@quotebridge/core';
import { expect } from 'chai';

const quotes = example('quotes.csv');
const pdf = example('quote.pdf');

describe('several documents', () => {
  const unwatched: WatchDocument = (_read, work) => work();
  const resultOf = (number: string, status: PushResult['status']): PushResult => ({
    document: { number, type: 'QUOTE', family: number },
    status,
    items: [],
    attachments: [],
    requests: { read: 1, write: 0 },
    issues: [],
  });
  const planOf = (number: string): Plan =>
    ({
      document: { number, type: 'QUOTE', name: 'x', family: number, hash: '', soldToHash: '' },
      requests: { spent: { read: 3, write: 0 }, expected: { read: 0, write: 2 }, verifying: 0 },
    }) as unknown as Plan;
  const read = ['A1', 'A2', 'A3', 'A4'].map((number) => ({
    number,
    document: { number } as unknown as QuoteDocument,
    faults: [],
  }));

  it('goes on after one that a person did not want, which is no failure', async () => {
    const outcomes = await pushDocumentsOneByOne(
      read,
      async ({ number }) => {
        if (number === 'A2') throw new Declined(planOf(number));
        return resultOf(number, number === 'A3' ? 'unchanged' : number === 'A4' ? 'skipped' : 'written');
      },
      unwatched,
      () => undefined,
    );
    expect(outcomes.map(({ kind }) => kind)).to.deep.equal(['done', 'skipped', 'done', 'done']);
    expect(worstExitCode(outcomes)).to.equal(0);
    expect(summaryText(outcomes)).to.equal(
      '4 documents: 1 pushed, 1 unchanged, 2 skipped, 0 failed, 0 not begun',
    );
    const [, skipped] = outcomes;
    if (skipped?.kind === 'skipped') expectForm('push-result', skipped.result);
  });

  it('begins no other after an interruption, and does not call the others failed', async () => {
    const outcomes = await pushDocumentsOneByOne(
      read,
      async ({ number }) => {
        if (number === 'A2') throw new QuotebridgeError('cancelled', 'Stopped.');
        return resultOf(number, 'written');
      },
      unwatched,
      () => undefined,
    );
    expect(outcomes.map(({ kind }) => kind)).to.deep.equal(['done', 'failed', 'notBegun', 'notBegun']);
    expect(worstExitCode(outcomes)).to.equal(130);
    expect(summaryText(outcomes)).to.equal(
      '4 documents: 1 pushed, 0 unchanged, 0 skipped, 1 failed (A2), 2 not begun',
    );
  });

  it('goes on after a file of one document that is not there, and not when nobody can be asked', async () => {
    const pushWith = (error: (number: string) => Error): ReturnType<typeof pushDocumentsOneByOne> =>
      pushDocumentsOneByOne(
        read,
        async ({ number }) => {
          if (number === 'A2') throw error(number);
          return resultOf(number, 'written');
        },
        unwatched,
        () => undefined,
      );
    const missing = await pushWith(
      () => new QuotebridgeError('usage', 'A2 links to a file that is not there.'),
    );
    expect(missing.map(({ kind }) => kind)).to.deep.equal(['done', 'failed', 'done', 'done']);
    const unasked = await pushWith((number) => new Unasked(planOf(number)));
    expect(unasked.map(({ kind }) => kind)).to.deep.equal(['done', 'failed', 'notBegun', 'notBegun']);
  });

  it('a person who declines the only document is told that nothing was written, and no more', () => {
    const declined = new Declined(planOf('A1'));
    expect(declined).to.include({ message: 'Nothing was written.', exitCode: 130 });
    expect(declined.details).to.deep.equal({});
  });
});

describe('push refuses', () => {
  let place: Workplace;
  before(async () => {
    place = await Workplace.open();
  });
  after(async () => place[Symbol.asyncDispose]());

  it('files for several documents, before anything', async () => {
    for (const chosen of [['--all'], ['--doc', 'AAAQ1001', 'AAAQ1002']]) {
      const ended = await place.run(['push', quotes, ...chosen, '--attach', pdf, '--yes', '--json']);
      expect([ended.code, errorOf(ended).code]).to.deep.equal([2, 'usage']);
      expect(errorOf(ended).message).to.contain('--attach goes with one document');
    }
    expect(await place.requests()).to.deep.equal([]);
  });

  it('a file without documents', async () => {
    const list = place.write('list.json', '[]');
    const all = await place.run(['push', list, '--all', '--yes', '--json']);
    expect([all.code, errorOf(all).code]).to.deep.equal([2, 'document.invalid']);
    expect(errorOf(all).message).to.equal(`There is no document in ${list}.`);
    const one = await place.run(['push', list, '--doc', 'A1', '--yes', '--json']);
    expect(errorOf(one).code).to.equal('document.invalid');
    const listed = await place.succeed(['documents', 'list', list]);
    expect(listed.stderr).to.equal(`There is no document in ${list}.\n`);
  });

  it('a document without a number, which it calls so', async () => {
    const file = place.write('nameless.json', '{}');
    const listed = await place.run(['documents', 'list', file]);
    expect(listed.code).to.equal(2);
    expect(listed.stderr).to.contain('a document without a number: /number: expected');
    const pushed = await place.run(['push', file, '--all', '--yes']);
    expect(pushed.stderr + pushed.stdout).not.to.match(/^: /m);
  });

  it('to make folders that were named', async () => {
    const plan = await place.run(['plan', quotes, '--doc', 'AAAQ1001', '-o', 'new/plan.json', '--json']);
    expect([plan.code, errorOf(plan).code]).to.deep.equal([2, 'usage']);
    expect(errorOf(plan).message).to.contain(`no folder “${place.path('new')}”`);
    const state = await place.run(['check', '--state', 'new/state.sqlite', '--json']);
    expect([state.code, errorOf(state).code]).to.deep.equal([2, 'state.unusable']);
    expect(errorOf(state).message).to.contain(`no folder “${place.path('new')}”`);
    const initial = await place.run(['init', '--config', 'new/quotebridge.yaml', '--json']);
    expect(initial.code).to.equal(2);
  });
});
