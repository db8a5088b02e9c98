import { errorOf } from './harness/run-command.js';
import { expectForm } from './harness/schema-check.js';
import { example, withOneLineChanged, Workplace } from './harness/workplace.js';
import type { Explanation, Plan } from '@quotebridge/core';
import { expect } from 'chai';
import { readFileSync } from 'node:fs';

const quotes = example('quotes.csv');

describe('plan, explain and apply', () => {
  let place: Workplace;
  before(async () => {
    place = await Workplace.open();
  });
  after(async () => place[Symbol.asyncDispose]());

  it('plan --detailed-exitcode: 2 with changes, 0 without, another code for each fault', async () => {
    const plan = (...args: readonly string[]) =>
      place.run(['plan', ...args, '--detailed-exitcode', '--json']);
    expect((await plan(quotes, '--doc', 'AAAQ1001')).code).to.equal(2);
    expect(await place.writes()).to.deep.equal([]);
    await place.succeed(['push', quotes, '--doc', 'AAAQ1001', '--yes', '--json']);
    expect((await plan(quotes, '--doc', 'AAAQ1001')).code).to.equal(0);
    for (const args of [
      [quotes, '--doc', 'NONE'],
      ['missing.csv', '--doc', 'A'],
      [quotes, '--bogus'],
    ]) {
      const ended = await plan(...args);
      expect([ended.code, 'error' in (ended.json() as object)], args.join(' ')).to.deep.equal([1, true]);
    }
    expect((await place.run(['plan', quotes, '--doc', 'NONE'])).code).to.equal(2);
  });

  it('the view has the totals before and after, and counts what happens', async () => {
    const file = place.write('changed.csv', withOneLineChanged());
    const { stdout } = await place.succeed(['plan', file, '--doc', 'AAAQ1001', '-o', 'plan.json']);
    expect(stdout)
      .to.match(/monthly [\d.,]+ → [\d.,]+.* \(\+9\.00\)/)
      .and.to.match(/one-off 14,407\.60.*unchanged/)
      .and.to.match(/Plan: 2 to change; of the lines 1 to change/);
  });

  it('explain tells where a value comes from, what was looked at, who decides, and what becomes of it', async () => {
    const plan = JSON.parse(readFileSync(place.path('plan.json'), 'utf8')) as Plan;
    const quote = plan.operations.find((operation) => operation.kind === 'quote');
    const changed =
      quote?.kind === 'quote' ? quote.lines.find(({ action }) => action === 'update') : undefined;
    const position = String(changed?.wanted?.position);
    const before = (await place.requests()).length;
    const line = await place.succeed(['explain', 'plan.json', '--line', position]);
    expect(line.stdout)
      .to.contain(`line ${position} “Microsoft 365 Business Premium”`)
      .and.to.contain('price  22.00 → 23.00')
      .and.to.contain('Who decides: ours')
      .and.to.match(/✓ .*\(item cache\)/);
    const field = await place.succeed([
      ...['explain', 'plan.json', '--field', `quote.lines.${position}.price`, '--json'],
    ]);
    const { values } = field.json() as Explanation;
    expectForm('explanation', field.json());
    expect(values).to.have.length(1);
    expect(values[0]).to.deep.include({ outcome: 'changed', before: '22', after: '23', ownership: 'ours' });
    const title = await place.succeed(['explain', 'plan.json', '--field', 'quote.title']);
    expect(title.stdout).to.contain('(ownership.quote.title)').and.to.contain('(header.DocName)');
    expect((await place.requests()).length).to.equal(before);
  });

  it('every record and line of a plan is explained in the published form', async () => {
    const plan = JSON.parse(readFileSync(place.path('plan.json'), 'utf8')) as Plan;
    const leftOut = (plan.leftOut ?? []).map(({ key }) => `document.lines.${key}`);
    expect(leftOut).to.have.length(1);
    for (const address of ['opportunity', 'quote', 'quote.lines.8', ...leftOut])
      expectForm(
        'explanation',
        (await place.succeed(['explain', 'plan.json', '--field', address, '--json'])).json(),
      );
  });

  it('explain does not tell stories about a plan that was edited', async () => {
    const text = readFileSync(place.path('plan.json'), 'utf8');
    const edited = place.write('edited.json', text.replaceAll('"23"', '"2.30"'));
    const refused = await place.run(['explain', edited, '--line', '1', '--json']);
    expect([refused.code, errorOf(refused).code]).to.deep.equal([2, 'document.invalid']);
  });

  it('explain without an address, or with one that is not there, says what there is', async () => {
    const none = await place.run(['explain', 'plan.json', '--json']);
    expect([none.code, errorOf(none).code]).to.deep.equal([2, 'usage']);
    const wrong = await place.run(['explain', 'plan.json', '--line', '99', '--json']);
    expect([wrong.code, errorOf(wrong).code]).to.deep.equal([2, 'usage']);
    expect(wrong.stdout).to.contain('quote.lines.1 to quote.lines.22');
  });

  it('apply refuses a document that has changed in its file since, and names the value', async () => {
    const writes = (await place.writes()).length;
    place.write('changed.csv', withOneLineChanged().replace(',23.00,207.00,', ',24.00,216.00,'));
    const changed = await place.run(['apply', 'plan.json', '--json']);
    expect([changed.code, errorOf(changed).code]).to.deep.equal([5, 'plan.stale']);
    expect(changed.stdout).to.contain('unitPrice 23 → 24');
    const other = await place.run(['apply', 'plan.json', '--file', quotes, '--json']);
    expect([other.code, errorOf(other).code]).to.deep.equal([5, 'plan.stale']);
    expect((await place.writes()).length).to.equal(writes);
  });

  it('apply refuses a plan that was edited', async () => {
    const text = readFileSync(place.path('plan.json'), 'utf8');
    const edited = place.write('edited.json', text.replaceAll('"23"', '"2.30"'));
    const refused = await place.run(['apply', edited, '--json']);
    expect([refused.code, errorOf(refused).code]).to.deep.equal([2, 'document.invalid']);
  });

  it('apply carries it out when all is as it was', async () => {
    place.write('changed.csv', withOneLineChanged());
    await place.succeed(['apply', 'plan.json', '--json']);
  });
});
