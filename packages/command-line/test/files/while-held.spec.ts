import { whileHeld } from '../../src/files/while-held.js';
import { expect } from 'chai';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const refuse = (message: string): Error => new Error(message);

describe('holding a file', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'quotebridge-test-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('lets one work at a time, also after one that failed, and leaves nothing behind', async () => {
    const path = join(folder, 'a');
    let inside = 0;
    const work = async (index: number): Promise<void> => {
      inside += 1;
      expect(inside).to.equal(1);
      await pause(5);
      inside -= 1;
      if (index === 1) throw new Error('broken');
    };
    const ended = await Promise.allSettled(
      [0, 1, 2, 3].map((index) => whileHeld(path, async () => work(index), refuse)),
    );
    expect(ended.filter(({ status }) => status === 'rejected')).to.have.length(1);
    expect(readdirSync(folder)).to.deep.equal([]);
  });

  it('takes over from one that was killed', async () => {
    const path = join(folder, 'a');
    writeFileSync(`${path}.held`, '');
    const before = (Date.now() - 60_000) / 1000;
    utimesSync(`${path}.held`, before, before);
    expect(await whileHeld(path, async () => Promise.resolve('done'), refuse)).to.equal('done');
    expect(existsSync(`${path}.held`)).to.equal(false);
  });
});
