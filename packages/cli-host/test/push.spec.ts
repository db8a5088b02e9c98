import { errorOf } from './harness/run-command.js';
import { expectForm } from './harness/schema-check.js';
import { example, withOneLineChanged, Workplace } from './harness/workplace.js';
import type { Plan, PushResult } from '@quotebridge/core';
import { expect } from 'chai';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const quotes = example('quotes.csv');
const pdf = example('quote.pdf');

describe('push', () => {
  let place: Workplace;
  before(async () => {
    place = await Workplace.open();
  });
  after(async () => place[Symbol.asyncDispose]());

  const push = async (file: string, ...args: readonly string[]): Promise<PushResult> => {
    const ended = await place.succeed(['push', file, '--yes', '--json', ...args]);
    const result = ended.json() as PushResult;
    expectForm('push-result', result);
    return result;
  };

  it('without --yes and without a terminal shows the plan, writes nothing and says how to go on', async () => {
    const text = await place.run(['push', quotes, '--doc', 'AAAQ1001']);
    expect(text.code).to.equal(2);
    expect(text.stdout)
      .to.contain('+ opportunity')
      .and.to.contain('FG-60F')
      .and.to.contain('one-off 14,407.60');
    expect(text.stderr).to.contain('--yes');
    const json = await place.run(['push', quotes, '--doc', 'AAAQ1001', '--json']);
    expect([json.code, errorOf(json).code]).to.deep.equal([2, 'usage']);
    expect(json.stderr).to.contain('+ opportunity');
    expectForm('error', json.json());
    expect(await place.writes()).to.deep.equal([]);
  });

  it('makes an opportunity, a quote and an attachment, and proves the money', async () => {
    const result = await push(quotes, '--doc', 'AAAQ1001', '--attach', pdf);
    expect(result).to.nested.include({
      status: 'written',
      'opportunity.action': 'created',
      'quote.action': 'created',
    });
    expect(result.quote?.lines.created).to.equal(22);
    expect(result.proof?.verdict).to.equal('equal');
    expect(result.attachments.map(({ name, action }) => [name, action])).to.deep.equal([
      ['quote.pdf', 'created'],
    ]);
    expect(existsSync(place.path('.quotebridge/state.sqlite'))).to.equal(true);
  });

  it('again: writes nothing', async () => {
    const before = (await place.writes()).length;
    const result = await push(quotes, '--doc', 'AAAQ1001', '--attach', pdf);
    expect(result.status).to.equal('unchanged');
    expect(result.requests.write).to.equal(0);
    expect((await place.writes()).length).to.equal(before);
  });

  it('after a change: writes that line', async () => {
    const file = place.write('changed.csv', withOneLineChanged());
    const planned = await place.succeed(['plan', file, '--doc', 'AAAQ1001']);
    expect(planned.stdout).to.match(/~ line \d+ +Microsoft 365 Business Premium\n +price +22\.00 → 23\.00/);
    const result = await push(file, '--doc', 'AAAQ1001', '--attach', pdf);
    expect(result.quote?.lines).to.include({ created: 0, updated: 1, removed: 0, kept: 21 });
    expect(
      (await place.data()).opportunities.filter(
        ({ summary }) => summary === 'Front desk and network refresh',
      ),
    ).to.have.length(1);
  });

  it('several documents: a line for each, faults do not stop the others, the worst decides', async () => {
    const text = readFileSync(quotes, 'utf8');
    const at = text.indexOf('AAAQ1004');
    const file = place.write(
      'one-bad.csv',
      text.slice(0, at) + text.slice(at).replace(',Open,', ',Open,').replace('QUOTE', 'LETTER'),
    );
    const ended = await place.run(['push', file, '--doc', 'AAAQ1004', 'AAAQ1001', '--yes', '--json']);
    const [bad, good] = ended.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expectForm('error', bad);
    expectForm('push-result', good);
    expect(ended.code).to.equal(2);
    expect(ended.stderr).to.contain(
      '2 documents: 1 pushed, 0 unchanged, 0 skipped, 1 failed (AAAQ1004), 0 not begun',
    );
  });

  it('--all: quotes, then orders, then invoices; what was replaced stays away', async function () {
    this.timeout(60_000);
    place.writeConfiguration({}, { products: { emptyPartNumbers: { product: 'MISC' } } });
    const ended = await place.run(['push', quotes, '--all', '--yes', '--json']);
    const lines = ended.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { document: { number: string; type?: string }; error?: object });
    for (const line of lines) expectForm(line.error === undefined ? 'push-result' : 'error', line);
    const rank = { QUOTE: 0, ORDER: 1, INVOICE: 2 };
    const order = lines.flatMap(({ document: { type } }) =>
      type === undefined ? [] : [rank[type as keyof typeof rank]],
    );
    expect(order).to.deep.equal([...order].sort());
    const numbers = lines.map(({ document }) => document.number);
    expect(numbers).to.include.members(['AAAQ1002', 'AAAQ1005-01', 'AAAO1001', 'AAAI1001']);
    for (const replaced of ['AAAQ1001', 'AAAQ1003', 'AAAQ1005']) expect(numbers).not.to.include(replaced);
    expect(
      lines.filter(({ error }) => error !== undefined),
      ended.stdout,
    ).to.deep.equal([]);
    expect(ended.code).to.equal(0);
    const again = await place.run(['push', quotes, '--all', '--yes', '--json']);
    expect(again.stderr).to.contain('0 pushed');
  });
});

describe('plan and apply', () => {
  let place: Workplace;
  before(async () => {
    place = await Workplace.open();
  });
  after(async () => place[Symbol.asyncDispose]());

  it('a stored plan is carried out, attachments included, and only once', async () => {
    place.write('terms.txt', 'Net 30.');
    const planned = await place.succeed([
      'plan',
      quotes,
      '--doc',
      'AAAQ1003',
      '--attach',
      'terms.txt',
      '-o',
      'plan.json',
      '--json',
    ]);
    const stored = JSON.parse(readFileSync(place.path('plan.json'), 'utf8')) as Plan;
    expect(planned.json()).to.deep.equal(stored);
    expect(await place.writes()).to.deep.equal([]);
    const applied = await place.succeed(['apply', 'plan.json', '--json']);
    expectForm('push-result', applied.json());
    expect(applied.json()).to.nested.include({
      'opportunity.action': 'created',
      'attachments[0].name': 'terms.txt',
    });

    const again = await place.run(['apply', 'plan.json', '--json']);
    expect([again.code, errorOf(again).code]).to.deep.equal([5, 'plan.stale']);
    expect(
      (await place.data()).opportunities.filter(
        ({ third_party_id_string: marker }) => marker === 'quotebridge:AAAQ1003',
      ),
    ).to.have.length(1);
  });

  it('attach adds a file to what was pushed', async () => {
    const ended = await place.succeed(['attach', quotes, '--doc', 'AAAQ1003', '--file', pdf, '--json']);
    expectForm('push-result', ended.json());
    const { attachments } = ended.json() as PushResult;
    expect(attachments.map(({ name, action }) => [name, action])).to.deep.equal([['quote.pdf', 'created']]);
    place.write('more.txt', 'More.');
    const more = await place.succeed(['attach', quotes, '--doc', 'AAAQ1003', '--file', 'more.txt']);
    expect(more.stdout).to.contain('Attached to quote AAAQ1003').and.not.to.contain('Pushed');
    const never = await place.run(['attach', quotes, '--doc', 'AAAQ1004', '--file', pdf, '--json']);
    expect(never.code).to.be.oneOf([2, 5]);
  });

  it('refuses what is no plan, of another version, of another connection', async () => {
    const plan = JSON.parse(readFileSync(place.path('plan.json'), 'utf8')) as Plan;
    writeFileSync(place.path('other.json'), JSON.stringify({ ...plan, format: 'quotebridge.plan/99' }));
    writeFileSync(place.path('damaged.json'), JSON.stringify({ ...plan, operations: 'all' }));
    place.write('text.json', 'hello');
    const cases = [
      ['other.json'],
      ['damaged.json'],
      ['text.json'],
      ['none.json'],
      ['plan.json', '--connection', 'second'],
    ];
    for (const args of cases) {
      const ended = await place.run(['apply', ...args, '--json']);
      expect(ended.code, `${args.join(' ')} ${ended.stdout}`).to.equal(2);
      expectForm('error', ended.json());
    }
  });
});
