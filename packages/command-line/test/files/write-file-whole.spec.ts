import { writeFileWhole } from '../../src/files/write-file-whole.js';
import { expect } from 'chai';
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const refuse = (message: string): Error => new Error(message);

describe('writing a file', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'quotebridge-test-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function refused(path: string): Promise<string> {
    try {
      await writeFileWhole(path, 'new', refuse);
    } catch (error) {
      return String(error);
    }
    throw new Error('it was written');
  }

  it('replaces what is there with its permissions, and leaves nothing else behind', async () => {
    writeFileSync(at('a'), 'old');
    chmodSync(at('a'), 0o640);
    await writeFileWhole(at('a'), 'new', refuse);
    await writeFileWhole(at('b'), 'new', refuse, 0o600);
    expect([statSync(at('a')).mode & 0o777, statSync(at('b')).mode & 0o777]).to.deep.equal([0o640, 0o600]);
    expect(readdirSync(folder)).to.deep.equal(['a', 'b']);
  });

  it('writes through a link, which stays one', async () => {
    writeFileSync(at('real'), 'old');
    symlinkSync('real', at('link'));
    await writeFileWhole(at('link'), 'new', refuse);
    expect(lstatSync(at('link')).isSymbolicLink()).to.equal(true);
    expect(readFileSync(at('real'), 'utf8')).to.equal('new');
  });

  it('leaves a read-only file alone', async () => {
    writeFileSync(at('kept'), 'old');
    chmodSync(at('kept'), 0o444);
    expect(await refused(at('kept'))).to.contain('cannot be written: it is read-only.');
    expect(readFileSync(at('kept'), 'utf8')).to.equal('old');
  });

  it('does not put a file in the place of what is none', async () => {
    symlinkSync('/dev/null', at('device'));
    await writeFileWhole(at('device'), 'new', refuse);
    expect(statSync(at('device')).isCharacterDevice()).to.equal(true);
    expect(await refused(folder)).to.contain('cannot be written: it is a folder.');
  });
});
