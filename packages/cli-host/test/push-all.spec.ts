import { bulkNumbers, manyDocuments } from './harness/many-documents.js';
import type { Ended } from './harness/run-command.js';
import { expectForm } from './harness/schema-check.js';
import { Workplace } from './harness/workplace.js';
import { expect } from 'chai';
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

interface Line {
  readonly document: { readonly number: string };
  readonly status?: string;
  readonly error?: object;
}

function linesOf(ended: Ended): readonly Line[] {
  const text = ended.stdout.trim();
  return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line) as Line);
}

function numbersOf(ended: Ended): readonly string[] {
  return linesOf(ended).map(({ document }) => document.number);
}

describe('push --all of a long file', function () {
  this.timeout(120_000);
  const numbers = bulkNumbers(14);
  let place: Workplace;
  let file: string;
  before(async () => {
    place = await Workplace.open();
    // The sandbox has no limit here, and nobody wants to wait.
    place.writeConfiguration({}, { requests: { limit: 100_000 } });
    await place.succeed(['items', 'sync']);
    place.keepState();
    file = place.write('bulk.csv', manyDocuments(numbers));
  });
  after(async () => place[Symbol.asyncDispose]());
  beforeEach(async () => place.reset());

  const args = (...more: readonly string[]): readonly string[] => [
    'push',
    file,
    '--all',
    '--yes',
    '--json',
    ...more,
  ];

  /** Starts it and ends it somewhere in the middle. */
  async function interrupted(signal: 'SIGINT' | 'SIGKILL'): Promise<Ended> {
    const { child, ended } = place.start(args());
    let seen = '';
    child.stdout?.on('data', (text: string) => (seen += text));
    while (seen.split('\n').length <= 5 && child.exitCode === null) await pause(2);
    child.kill(signal);
    return ended;
  }

  it('pushes all of it, each with a line of JSON, and all is unchanged the next time', async () => {
    const ended = await place.succeed(args());
    expect(numbersOf(ended)).to.deep.equal(numbers);
    for (const line of linesOf(ended)) expectForm('push-result', line);
    expect(ended.stderr).to.contain('14 documents: 14 pushed, 0 unchanged');
    expect((await place.succeed(args())).stderr).to.contain('14 documents: 0 pushed, 14 unchanged');
  });

  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    it(`goes on where it was after ${signal}, and ends as if nothing had happened`, async () => {
      const first = await interrupted(signal);
      const through = linesOf(first).filter(({ error }) => error === undefined).length;
      expect(through).to.be.within(4, 13);
      if (signal === 'SIGINT') {
        expect(first.code).to.equal(130);
        expect(first.stderr).to.contain('Run it again to go on');
      }
      await place.control('DELETE', 'requests');
      const second = await place.succeed(args());
      // One may have been through without being written down.
      expect(numbersOf(second).length).to.be.within(14 - through - 1, 14 - through + 1);
      expect(numbersOf(second).at(-1)).to.equal(numbers.at(-1));
      expect(second.stderr).to.match(/Going on at document \d+ of 14/);
      expect(second.stderr).to.match(
        /14 documents: \d+ pushed, \d unchanged, 0 skipped, 0 failed, 0 not begun/,
      );
      const { opportunities, quotes } = await place.data();
      for (const records of [opportunities, quotes]) {
        const own = records.filter((record) => JSON.stringify(record).includes('BULK'));
        expect(own).to.have.length(14);
      }
      expect(numbersOf(await place.succeed(args()))).to.have.length(14);
    });
  }

  it('begins again with --from-start', async () => {
    await interrupted('SIGINT');
    const again = await place.succeed(args('--from-start'));
    expect(again.stderr).not.to.contain('Going on');
    expect(numbersOf(again)).to.deep.equal(numbers);
  });

  it('goes on after one that fails, and says so at the end of all runs', async () => {
    const text = manyDocuments(numbers.slice(0, 4)).replace(/BULK0002,QUOTE/g, 'BULK0002,LETTER');
    file = place.write('one-bad.csv', text);
    try {
      const ended = await place.run(args());
      expect(numbersOf(ended)).to.deep.equal(['BULK0002', 'BULK0001', 'BULK0003', 'BULK0004']);
      expect(ended.code).to.equal(2);
      expect(ended.stderr).to.contain('4 documents: 3 pushed, 0 unchanged, 0 skipped, 1 failed (BULK0002)');
    } finally {
      file = place.path('bulk.csv');
    }
  });

  it('stops for all when the credentials are refused, and goes on once they are right', async () => {
    const secret = { HALO_SECRET: 'not-the-secret-of-anybody' };
    const refused = await place.run(args(), secret);
    expect(refused.code).to.equal(3);
    expect(numbersOf(refused)).to.have.length(1);
    expect(refused.stderr).to.contain('14 not begun');
    expect((await place.succeed(args())).stderr).to.contain('14 pushed');
  });

  it('of two at the same time, the second waits and finds everything unchanged', async () => {
    const [one, two] = await Promise.all([place.run(args('--verbose')), place.run(args('--verbose'))]);
    expect([one.code, two.code]).to.deep.equal([0, 0]);
    const texts = [one.stderr, two.stderr];
    expect(texts.filter((text) => text.includes('14 pushed, 0 unchanged'))).to.have.length(1);
    expect(texts.filter((text) => text.includes('0 pushed, 14 unchanged'))).to.have.length(1);
    expect(texts.join('')).to.contain('Waiting for another process that is pushing bulk.csv');
    rmSync(place.path('.quotebridge'), { recursive: true });
  });
});
