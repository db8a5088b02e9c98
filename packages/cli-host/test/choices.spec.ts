import type { PushResult } from '@quotebridge/core';
import { expectForm } from './harness/schema-check.js';
import { errorOf } from './harness/run-command.js';
import { TerminalSession } from './harness/terminal-session.js';
import { example, Workplace } from './harness/workplace.js';
import { expect } from 'chai';

interface Pushed {
  readonly opportunity?: { readonly id: string; readonly action: string };
  readonly quote?: { readonly id: string };
}

const quotes = example('quotes.csv');

describe('what a person decides about a push', () => {
  let place: Workplace;
  before(async () => {
    place = await Workplace.open();
    await place.succeed(['items', 'sync']);
    place.keepState();
  });
  beforeEach(async () => place.reset());
  after(async () => place[Symbol.asyncDispose]());

  async function push(...args: readonly string[]): Promise<Pushed> {
    return (await place.succeed(['push', quotes, '--yes', '--json', ...args])).json() as Pushed;
  }
  async function quoteOf({ quote }: Pushed): Promise<Record<string, unknown>> {
    return (await place.data()).quotes.find(({ id }) => String(id) === quote?.id) ?? {};
  }
  const atTerminal = (...args: readonly string[]): TerminalSession =>
    new TerminalSession(['push', quotes, ...args], {
      cwd: place.folder,
      env: { HALO_SECRET: place.sandbox.clientSecret },
    });

  it('name, description and dates of the quote come from the command line', async () => {
    const pushed = await push(
      ...['--doc', 'AAAQ1001', '--title', 'Refresh, phase 1', '--description', 'As discussed on Monday'],
      ...['--date', '2026-11-30', '--expires', '2027-01-15'],
    );
    const quote = await quoteOf(pushed);
    expect(Object.values(quote)).to.include.members(['Refresh, phase 1', 'As discussed on Monday']);
    expect(JSON.stringify(quote)).to.contain('2026-11-30').and.to.contain('2027-01-15');
  });

  it('an existing opportunity is listed for a document, and linked when it is named', async () => {
    const listed = (
      await place.succeed(['opportunities', 'list', '--for', quotes, '--doc', 'AAAQ1001', '--json'])
    ).json() as { listedBy: string; opportunities: { id: string; outcome: string }[] };
    expect(listed.listedBy).to.equal('client');
    expect(listed.opportunities.map(({ outcome }) => outcome))
      .to.include('open')
      .and.not.to.include('won');
    const id = listed.opportunities[0]?.id ?? '';
    const pushed = await push('--doc', 'AAAQ1001', '--opportunity', id);
    expect(pushed.opportunity).to.include({ id });
    expect(pushed.opportunity?.action).not.to.equal('created');
    await place.reset();
    expect((await push('--doc', 'AAAQ1001', '--opportunity', 'new')).opportunity?.action).to.equal('created');
  });

  it('an order without an opportunity is skipped, and says why', async () => {
    const ended = await place.succeed(['push', quotes, '--yes', '--doc', 'AAAO1001']);
    expect(ended.stdout).to.contain('– Not written: order AAAO1001').and.contain('--create-won');
    const result = (
      await place.succeed(['push', quotes, '--yes', '--doc', 'AAAO1001', '--json'])
    ).json() as PushResult;
    expect(result.status).to.equal('skipped');
    expectForm('push-result', result);
    expect(await place.writes()).to.deep.equal([]);
  });

  it('what goes with one document is refused for several; days must be in the calendar', async () => {
    for (const args of [
      ['--all', '--title', 'x'],
      ['--doc', 'AAAQ1001', 'AAAQ1002', '--opportunity', 'new'],
      ['--doc', 'AAAQ1001', '--date', '2026-02-30'],
      ['--doc', 'AAAQ1001', '--expires', 'tomorrow'],
      ['--doc', 'AAAQ1001', '--title', ' '],
      ['--doc', 'AAAQ1001', '--date', '2026-12-24', '--expires', '2026-12-23'],
      ['--doc', 'AAAQ1001', '--expires', '2026-11-15'],
    ]) {
      const ended = await place.run(['push', quotes, '--yes', '--json', ...args]);
      expect([ended.code, errorOf(ended).code], args.join(' ')).to.deep.equal([2, 'usage']);
    }
    const several = await place.run([
      ...['plan', quotes, '--doc', 'AAAQ1001', '--json', '--title', ''],
      ...['--date', '2026-02-30', '--expires', 'tomorrow'],
    ]);
    expect(errorOf(several).details.faults?.map(({ at }) => at)).to.have.members([
      ...['--title', '--date', '--expires'],
    ]);
    const early = await place.run([
      ...['plan', quotes, '--doc', 'AAAQ1001', '--json', '--title', ''],
      ...['--date', '2026-12-24', '--expires', '2026-12-23'],
    ]);
    expect(errorOf(early).details.faults?.map(({ at }) => at)).to.deep.equal(['--title', '--expires']);
    await place.succeed(['plan', quotes, '--doc', 'AAAQ1001', '--expires', '2026-11-16']);
    const orphan = await place.run(['opportunities', 'list', '--doc', 'AAAQ1001']);
    expect(orphan.code).to.equal(2);
    expect(await place.writes()).to.deep.equal([]);
  });

  describe('at a terminal', () => {
    before(function () {
      TerminalSession.skipUnlessPossible(this);
    });

    it('the opportunity is asked for, and the quote can be edited before it is pushed', async () => {
      const session = atTerminal('--doc', 'AAAQ1001');
      await session.answer(/opportunit[^]*\(a new one\)/);
      await session.answer('Push AAAQ1001? (y)es, (N)o, (e)dit', 'e');
      await session.answer('Name:', 'Edited name');
      await session.answer('Description', 'Edited description');
      await session.answer('Effective date:', '2026-12-01');
      await session.answer('Expiration date:');
      await session.answer('Push AAAQ1001?', 'y');
      expect(await session.end(), session.shown).to.equal(0);
      expect(session.answered().filter((question) => question.includes('opportunit'))).to.have.length(1);
      const { quotes: stored } = await place.data();
      expect(JSON.stringify(stored.at(-1)))
        .to.contain('Edited name')
        .and.to.contain('Edited description')
        .and.to.contain('2026-12-01');
    }).timeout(30_000);

    it('Ctrl-C at a question ends without a write; --json and --quiet ask nothing', async () => {
      const session = atTerminal('--doc', 'AAAQ1001');
      await session.interrupt(/opportunit[^]*\(a new one\)/);
      expect(await session.end(), session.shown).to.equal(130);
      const edited = atTerminal('--doc', 'AAAQ1001', '--opportunity', 'new');
      await edited.answer('Push AAAQ1001?', 'e');
      await edited.interrupt('Name:');
      expect(await edited.end(), edited.shown).to.equal(130);
      for (const option of ['--json', '--quiet']) {
        const unasked = atTerminal('--doc', 'AAAQ1001', option);
        expect(await unasked.end(), unasked.shown).to.equal(2);
        expect(unasked.shown).to.contain('Nobody can be asked').and.not.to.contain('Push AAAQ1001?');
      }
      expect(await place.writes()).to.deep.equal([]);
    }).timeout(30_000);

    it('an order without an opportunity is offered those that exist or none, and skipped when it gets none', async () => {
      const session = atTerminal('--doc', 'AAAO1001');
      await session.answer(/opportunit[^]*\(none\)/);
      expect(await session.end(), session.shown).to.equal(0);
      expect(session.shown).to.not.contain('a new one');
      expect(session.shown).to.match(/Not written: order AAAO1001\s+! opportunity: /);
      expect(await place.writes()).to.deep.equal([]);

      place.writeConfiguration({}, { opportunity: { createWonWhenNone: true, wonStatus: 'Won' } });
      const won = atTerminal('--doc', 'AAAO1001');
      await won.answer(/opportunit[^]*\(none\)/);
      await won.answer('create a won one?', 'y');
      await won.answer('Push AAAO1001?', 'y');
      expect(await won.end(), won.shown).to.equal(0);
      expect(won.answered().some((question) => question.includes('is open'))).to.equal(false);
      place.writeConfiguration({});
    }).timeout(30_000);

    it('no is the answer to nothing', async () => {
      const session = atTerminal('--doc', 'AAAQ1001', '--opportunity', 'new');
      await session.answer('Push AAAQ1001?');
      expect(await session.end()).to.equal(130);
      expect(await place.writes()).to.deep.equal([]);
    }).timeout(30_000);
  });
});
