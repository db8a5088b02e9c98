import { expect } from 'chai';
import { startSandbox, type Sandbox } from '@quotebridge/halopsa-sandbox';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Machine } from '../../src/command/machine.js';
import { SandboxControl } from '../../src/engine/sandbox-control.js';
import { refusal } from '../../src/hostile/bounded-run.js';
import { smallDocument } from '../../src/hostile/small-document.js';

const secretOfAnother = 'what another person keeps to himself';

describe('attachments that lead elsewhere', function () {
  this.timeout(120_000);
  let sandbox: Sandbox;
  let control: SandboxControl;
  let machine: Machine;
  before(async () => {
    sandbox = await startSandbox({ rateLimit: false });
    control = new SandboxControl(sandbox.url);
    machine = new Machine(sandbox, {});
    const at = (...names: string[]): string => join(machine.folder, ...names);
    for (const folder of ['export', 'export/files', 'export/elsewhere-of-mine', 'export-other', 'shared'])
      mkdirSync(at(folder));
    for (const file of ['outside.txt', 'export-other/near.txt', 'shared/fine.txt'])
      writeFileSync(at(file), secretOfAnother);
    writeFileSync(at('export/files/mine.txt'), 'mine');
    symlinkSync(at('outside.txt'), at('export/files/link.txt'));
    symlinkSync(at('export-other'), at('export/files/folder'));
    symlinkSync(at('export/files/loop.txt'), at('export/files/loop.txt'));
    symlinkSync(at('export/files/mine.txt'), at('export/files/inside.txt'));
    execFileSync('mkfifo', [at('export/files/pipe.txt')]);
  });
  after(async () => {
    machine[Symbol.dispose]();
    await sandbox.close();
  });
  afterEach(async () => {
    await control.reset();
  });

  function push(location: string, ...more: readonly string[]): string[] {
    const content = JSON.stringify(smallDocument({ links: [{ name: 'x', location }] }));
    writeFileSync(join(machine.folder, 'export/document.json'), content);
    return ['push', 'export/document.json', '--doc', 'HOSTQ1', '--yes', '--links', ...more];
  }

  for (const location of [
    '../outside.txt',
    '..\\outside.txt',
    'files/../../outside.txt',
    'files/link.txt',
    'files/folder/near.txt',
    '../export-other/near.txt',
    '/etc/hostname',
    '/etc/passwd',
    'file:///etc/passwd',
    'FILE:///etc/passwd',
    '\\\\evil.example\\share\\x.txt',
    '//evil.example/share/x.txt',
    '/dev/zero',
    '/dev/stdin',
    '/proc/self/environ',
    'files/pipe.txt',
    'files/loop.txt',
    'files',
    '.',
    'mine\u0000.txt',
    `${'a/'.repeat(100_000)}x.txt`,
    'x'.repeat(1_000_000),
  ]) {
    it(`${JSON.stringify(location.slice(0, 40))} is not sent`, async () => {
      const error = await refusal(machine, push(location));
      expect(error.code).to.equal('usage');
      expect((await control.requests()).filter(({ write }) => write)).to.deep.equal([]);
    });
  }

  it('a link to a web address is named and not fetched', async () => {
    const { code, stderr } = await machine.run(push('http://169.254.169.254/latest/meta-data'));
    expect(code, stderr).to.equal(0);
    expect(stderr).to.contain('169.254.169.254').and.to.contain('not attached');
    expect((await control.data('attachments'))['attachments']).to.have.length(1);
  });

  it('what lies beside the document is sent, and what the setting names', async () => {
    for (const location of ['files/mine.txt', 'files\\mine.txt', 'files/inside.txt']) {
      const { code, stdout, stderr } = await machine.run(push(location));
      expect(code, `${location}\n${stdout}${stderr}`).to.equal(0);
    }
    const linkedFolders = [join(machine.folder, 'shared')];
    using other = new Machine(sandbox, { attachments: { linkedFolders } });
    const content = smallDocument({ links: [{ location: join(machine.folder, 'shared/fine.txt') }] });
    writeFileSync(join(other.folder, 'document.json'), JSON.stringify(content));
    await other.succeed(['push', 'document.json', '--doc', 'HOSTQ1', '--yes', '--links']);
  });

  it('an archive is sent as it is, however much it would unpack to', async () => {
    // It begins as a zip file does; nothing looks further.
    const packed = Buffer.concat([Buffer.from('PK\u0003\u0004'), gzipSync(Buffer.alloc(300_000_000))]);
    writeFileSync(join(machine.folder, 'bomb.zip'), packed);
    const { code, stderr } = await machine.run([...push('files/mine.txt'), '--attach', 'bomb.zip']);
    expect(code, stderr).to.equal(0);
    const { attachments = [] } = await control.data('attachments');
    expect(attachments.map((row) => Number(row['filesize']))).to.include(packed.length);
  });
});
