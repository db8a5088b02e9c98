import type { Ended } from '../harness/run-command.js';
import { example, Workplace, type SandboxData } from '../harness/workplace.js';
import { expect } from 'chai';
import { setTimeout as pause } from 'node:timers/promises';

const args = [
  'push',
  example('quote.json'),
  '--doc',
  'AAAQ1008',
  '--attach',
  example('quote.pdf'),
  '--yes',
  '--json',
];

/** Everything of the tenant that a push touches, without its clock. */
function endState({ opportunities, quotes, items, attachments }: SandboxData): unknown {
  const timeless = (_key: string, value: unknown): unknown =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+/.test(value) ? 'an instant' : value;
  return JSON.parse(JSON.stringify({ opportunities, quotes, items: items.length, attachments }, timeless));
}

describe('a push that is disturbed', function () {
  this.timeout(60_000);
  let place: Workplace;
  let undisturbed: unknown;
  /** Numbers of the requests to be disturbed: the one before the first write, and all from there. */
  let moments: number[] = [];

  before(async () => {
    place = await Workplace.open();
    await place.succeed(['items', 'sync']);
    place.keepState();
    await place.reset();
    await place.succeed(args);
    undisturbed = endState(await place.data());
    const requests = await place.requests();
    const first = requests.findIndex(({ write }) => write);
    moments = requests.map((_, index) => index + 1).slice(Math.max(0, first - 1));
  });
  after(async () => place[Symbol.asyncDispose]());
  beforeEach(async () => place.reset());

  /** Starts a push whose request of that number is held back, and waits until it is on its way. */
  async function startHeld(nth: number): Promise<ReturnType<Workplace['start']>> {
    await place.control('POST', 'faults', { match: { nth }, fault: { type: 'delay', ms: 300 } });
    const running = place.start(args);
    while (running.child.exitCode === null && (await place.requests()).length < nth) await pause(5);
    return running;
  }

  it('by kill -9 at each request from the first that writes ends like an undisturbed one when it is run again', async () => {
    expect(moments.length).to.be.at.least(3);
    for (const nth of moments) {
      await place.reset();
      const { child, ended } = await startHeld(nth);
      child.kill('SIGKILL');
      await ended;
      await place.succeed(args);
      expect(endState(await place.data()), `killed at request ${nth}`).to.deep.equal(undisturbed);
    }
  });

  it('by an answer that gets lost ends like an undisturbed one, in one run or two', async () => {
    for (const path of ['/Opportunities', '/Quotation', '/Attachment']) {
      await place.reset();
      await place.control('POST', 'faults', {
        match: { method: 'POST', path },
        fault: { type: 'dropAfter' },
      });
      const first = await place.run(args);
      if (first.code !== 0) {
        expect(first.code, first.stdout).to.equal(4);
        await place.succeed(args);
      }
      expect(endState(await place.data()), path).to.deep.equal(undisturbed);
    }
  });

  it('by another push of the same document: one opportunity, one quote', async () => {
    const [left, right] = await Promise.all([place.run(args), place.run(args)]);
    expect([left.code, right.code], `${left.stdout}${right.stdout}`).to.deep.equal([0, 0]);
    expect(endState(await place.data())).to.deep.equal(undisturbed);
  });

  it('by Ctrl-C finishes the running request, says what is left, and goes on later', async () => {
    const { child, ended } = await startHeld(moments[1] ?? 1);
    child.kill('SIGINT');
    const stopped: Ended = await ended;
    expect(stopped.code, stopped.stdout + stopped.stderr).to.equal(130);
    expect(stopped.json()).to.have.nested.property('error.code', 'cancelled');
    expect(stopped.stdout).to.contain('Still to be written');
    expect(stopped.stderr).to.contain('the running request is finished first');
    await place.succeed(args);
    expect(endState(await place.data())).to.deep.equal(undisturbed);
  });

  it('by a second Ctrl-C ends at once', async () => {
    await place.control('POST', 'faults', {
      match: { method: 'POST', path: '/Opportunities' },
      fault: { type: 'delay', ms: 2000 },
    });
    const { child, ended } = place.start(args);
    while ((await place.requests()).every(({ write }) => !write)) await pause(5);
    const start = Date.now();
    child.kill('SIGINT');
    await pause(100);
    child.kill('SIGINT');
    expect((await ended).code).to.equal(130);
    expect(Date.now() - start).to.be.below(1500);
  });
});
