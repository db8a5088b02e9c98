import { errorOf } from './harness/run-command.js';
import { expectForm } from './harness/schema-check.js';
import { example, withOneLineChanged, Workplace } from './harness/workplace.js';
import type { Drift, Plan, PushResult } from '@quotebridge/core';
import { expect } from 'chai';
import { readFileSync } from 'node:fs';

const quotes = example('quotes.csv');

describe('drift and undo', () => {
  let place: Workplace;

  before(async () => {
    place = await Workplace.open();
    await place.succeed(['push', quotes, '--doc', 'AAAQ1001', '--yes']);
  });
  after(() => place[Symbol.asyncDispose]());

  const drift = async (...args: readonly string[]): Promise<readonly Drift[]> => {
    const { stdout } = await place.succeed(['drift', ...args, '--json']);
    const lines = stdout.trim().split('\n');
    const drifts = lines.map((line) => JSON.parse(line) as Drift);
    for (const one of drifts) expectForm('drift', one);
    return drifts;
  };

  it('drift finds nothing right after a push, and exits with 0', async () => {
    await place.control('DELETE', 'requests');
    const ended = await place.succeed(['drift', '--detailed-exitcode']);
    expect(ended.stdout).to.contain('✓ quote AAAQ1001: stands as it was sent');
    expect(ended.stderr).to.contain('1 document: 1 as it was sent.');
    expect(await place.writes()).to.deep.equal([]);
  });

  it('drift names the documents of a file, those that were never sent as well', async () => {
    const drifts = await drift(quotes);
    expect(drifts.length).to.be.greaterThan(1);
    const verdicts = new Map(drifts.map(({ family, verdict }) => [family, verdict]));
    expect(verdicts.get('AAAQ1001')).to.equal('equal');
    expect([...verdicts.values()].filter((verdict) => verdict === 'neverSent')).to.have.length(
      drifts.length - 1,
    );
    expect((await place.run(['drift', quotes, '--doc', 'NONE'])).code).to.equal(2);
    expect((await place.run(['drift', quotes, '--doc', 'NONE', '--detailed-exitcode'])).code).to.equal(1);
  });

  it('undo cannot ask without a terminal, and keeps its plan instead when told', async () => {
    const changed = place.write('changed.csv', withOneLineChanged());
    await place.succeed(['push', changed, '--doc', 'AAAQ1001', '--yes']);
    const unasked = await place.run(['undo', '--doc', 'AAAQ1001']);
    expect(unasked.code).to.equal(2);
    expect(unasked.stderr).to.contain('Nobody can be asked whether to undo AAAQ1001');
    const kept = await place.succeed(['undo', '--doc', 'AAAQ1001', '-o', place.path('undo.json')]);
    expect(kept.stdout).to.contain('23.00 → 22.00');
    const plan = JSON.parse(readFileSync(place.path('undo.json'), 'utf8')) as Plan;
    expect(plan.purpose).to.equal('undo');
    await place.succeed(['apply', place.path('undo.json')]);
    expect((await drift('--doc', 'AAAQ1001'))[0]?.verdict).to.equal('equal');
    const again = await place.succeed(['push', quotes, '--doc', 'AAAQ1001', '--yes', '--json']);
    expect((JSON.parse(again.stdout) as PushResult).status).to.equal('unchanged');
  });

  it('undo takes back a first push, and then there is nothing left to undo', async () => {
    const done = await place.succeed(['undo', '--doc', 'AAAQ1001', '--yes', '--json']);
    const result = JSON.parse(done.stdout) as PushResult;
    expectForm('push-result', result);
    expect([result.opportunity?.action, result.quote?.action]).to.deep.equal(['removed', 'removed']);
    const { quotes: left } = await place.data();
    expect(left.filter((quote) => JSON.stringify(quote).includes('quotebridge'))).to.deep.equal([]);
    const nothing = await place.run(['undo', '--doc', 'AAAQ1001', '--yes', '--json']);
    expect(nothing.code).to.equal(5);
    expect(errorOf(nothing).message).to.contain('Nothing is remembered that a push of AAAQ1001 has changed.');
    expect((await place.run(['undo', '--doc', 'TYPO', '--yes'])).stdout).to.equal('');
    const { issues } = (await place.succeed(['issues', 'list', '--json'])).json() as { issues: object[] };
    expect(issues, 'what was never pushed does not stay open').to.deep.equal([]);
    expect((await drift('--doc', 'AAAQ1001'))[0]?.verdict).to.equal('neverSent');
    expect((await place.succeed(['drift'])).stderr).to.contain('Nothing was sent yet.');
  });

  it('drift shows what people changed, what the next push does about it, and exits with 2', async () => {
    await place.succeed(['push', quotes, '--doc', 'AAAQ1001', '--yes']);
    const [quote] = (await place.data()).quotes.filter((row) => JSON.stringify(row).includes('quotebridge'));
    const lines = quote?.['lines'] as readonly Record<string, unknown>[];
    const edited = lines.map((line, index) => (index === 0 ? { ...line, price: 1 } : line)).slice(0, -1);
    await place.asPerson('Quotation', { id: quote?.['id'], lines: edited });
    const shown = await place.run(['drift', '--detailed-exitcode']);
    expect(shown.code, shown.stderr).to.equal(2);
    expect(shown.stdout).to.match(/! quote AAAQ1001: has changed in the PSA/);
    expect(shown.stdout).to.match(/price .* → 1\.00\s+the next push puts it back/);
    expect(shown.stdout).to.match(/- line “.*”\s+removed\s+the next push creates it again/);
    expect((await place.run(['drift'])).code).to.equal(0);
    await place.succeed(['push', quotes, '--doc', 'AAAQ1001', '--yes']);
    expect((await drift())[0]?.verdict).to.equal('equal');
  });
});
