import { expectForm } from './harness/schema-check.js';
import { example, withOneLineChanged, Workplace } from './harness/workplace.js';
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

interface Entry {
  readonly id: string;
  readonly actor: string;
  readonly outcome: string;
  readonly times: number;
  readonly changes: readonly { readonly record: string }[];
}

describe('history', () => {
  let place: Workplace;
  before(async () => {
    place = await Workplace.open();
    place.write('changed.csv', withOneLineChanged());
    await place.succeed(['push', example('quotes.csv'), '--doc', 'AAAQ1001', '--yes', '--quiet']);
    await place.succeed(['push', 'changed.csv', '--doc', 'AAAQ1001', '--yes', '--quiet']);
    await place.succeed(['push', 'changed.csv', '--doc', 'AAAQ1001', '--yes', '--quiet']);
    await place.succeed(['push', 'changed.csv', '--doc', 'AAAQ1001', '--yes', '--quiet']);
    await place.run(['push', example('quotes.csv'), '--doc', 'AAAQ1004', '--yes', '--quiet']);
  });
  after(async () => place[Symbol.asyncDispose]());

  async function entries(...options: readonly string[]): Promise<readonly Entry[]> {
    const printed = (await place.succeed(['history', '--json', ...options])).json();
    expectForm('history', printed);
    return (printed as { entries: readonly Entry[] }).entries;
  }

  it('lists every push, the newest first, with who pushed and what became of it', async () => {
    const all = await entries();
    expect(all.map(({ outcome, times }) => `${outcome} ${times}`)).to.deep.equal([
      'failed 1',
      'unchanged 2',
      'written 1',
      'written 1',
    ]);
    for (const { actor } of all) expect(actor).to.contain(`@${hostname()}`);
    const { stdout } = await place.succeed(['history']);
    expect(stdout).to.contain('AAAQ1001').and.to.contain('unchanged (2×)').and.to.contain('quote updated');
  });

  it('shows the pushes of one document field by field', async () => {
    const { stdout } = await place.succeed(['history', '--doc', 'AAAQ1001']);
    expect(stdout)
      .to.match(/price\s+22\.00 → 23\.00/)
      .and.to.match(/billing period {2}monthly/);
    expect(stdout).to.not.contain('AAAQ1004');
  });

  it('begins at a day, and ends after so many', async () => {
    expect(await entries('--limit', '1')).to.have.length(1);
    expect(await entries('--since', '2000-01-01')).to.have.length(4);
    expect(await entries('--since', '2999-01-01')).to.deep.equal([]);
    const wrong = await place.run(['history', '--since', 'yesterday']);
    expect(wrong.code).to.equal(2);
    expect(wrong.stderr).to.contain('--since').and.to.contain('2026-11-30');
  });

  it('is written as a table with a row for each change', async () => {
    await place.succeed(['history', '--csv', 'history.csv']);
    const text = readFileSync(place.path('history.csv'), 'utf8');
    expect(text.match(/\uFEFF/g)).to.have.length(1);
    const [header = '', ...rows] = text.slice(1).trimEnd().split('\r\n');
    expect(header).to.match(/^push,when,last,times,who,purpose,document,/);
    expect(rows.filter((row) => row.includes(',price,22,23,'))).to.have.length(1);
    expect(rows.filter((row) => row.includes(',failed,'))).to.have.length(1);
    const printed = await place.succeed(['history', '--csv', '-']);
    expect(printed.stdout).to.equal(text);
  });

  it('knows no secret', async () => {
    const { stdout } = await place.succeed(['history', '--csv', '-']);
    expect(stdout).to.not.contain(place.sandbox.clientSecret);
    expect((await place.succeed(['history', '--json'])).stdout).to.not.contain(place.sandbox.clientSecret);
  });
});
