import { readInputFile } from '../../src/files/read-input-file.js';
import { expect } from 'chai';
import { existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

describe('a file that a command line names', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'quotebridge-test-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const read = (path: string): Promise<Uint8Array> =>
    readInputFile(path, 'mapping file', (message, { next }) => new Error(`${message} ${next}`));
  const failure = (path: string): Promise<string> =>
    read(path).then(
      () => 'none',
      (error: unknown) => String(error),
    );

  it('is read byte by byte, however long it is', async () => {
    for (const size of [0, 1, 200_000]) {
      const bytes = Buffer.alloc(size, 'aé');
      writeFileSync(join(folder, 'a'), bytes);
      expect(Buffer.compare(await read(join(folder, 'a')), bytes)).to.equal(0);
    }
  });

  it('that cannot be read is refused with its purpose and the reason', async () => {
    expect(await failure(join(folder, 'b'))).to.match(
      /The mapping file “.*b” does not exist\. Check the path/,
    );
    writeFileSync(join(folder, 'a'), '');
    expect(await failure(join(folder, 'a', 'b'))).to.contain('does not exist');
    expect(await failure(folder)).to.contain('is a folder');
    expect(await failure('a\0b')).to.contain('ERR_INVALID_ARG_VALUE');
  });

  it('that would fill the memory is refused', async function () {
    const endless = join(folder, 'endless');
    writeFileSync(endless, '');
    truncateSync(endless, 513 * 1024 * 1024);
    expect(await failure(endless)).to.contain('is too large. Split it');
    expect(existsSync(endless)).to.equal(true);
  });
});
