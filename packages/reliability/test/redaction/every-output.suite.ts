import { expect } from 'chai';
import { startSandbox, type Sandbox, type SeedFile } from '@quotebridge/halopsa-sandbox';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Machine } from '../../src/command/machine.js';
import { examplePath } from '../../src/engine/example-documents.js';
import { SandboxControl } from '../../src/engine/sandbox-control.js';
import { faultOf, troubles } from '../../src/property/trouble.js';
import { filesOf, leaksIn, leaksInFolder, refuseLeaks, type Secrets } from '../../src/redaction/leaks.js';
import { writeSpyingPlugin } from '../../src/redaction/spying-plugin.js';

/** Every character that some spelling writes in another way. */
const secret = 'S3cr/et+with=signs & 5% €"quoted"\\and more';
const quotes = examplePath('quotes.csv');
const push = ['push', quotes, '--doc', 'AAAQ1001', '--yes', '--attach', examplePath('quote.pdf')];

describe('no output holds a secret or a token', function () {
  this.timeout(900_000);
  let sandbox: Sandbox;
  let control: SandboxControl;
  let machine: Machine;
  /** What each command wrote, by its words. */
  let outputs: Map<string, string>;

  before(async () => {
    sandbox = await startSandbox({ rateLimit: false, items: 40, seed: seedWith(secret) });
    control = new SandboxControl(sandbox.url);
    // So many commands within five minutes would have to wait for each other.
    machine = new Machine(sandbox, { requests: { limit: 100_000 } });
    outputs = new Map();
  });
  after(async () => {
    machine[Symbol.dispose]();
    await sandbox.close();
  });

  async function run(...args: readonly string[]): Promise<number | null> {
    let code: number | null = null;
    for (const more of [['--verbose'], ['--verbose', '--json']]) {
      const ended = await machine.run([...args, ...more]);
      outputs.set(`${[...args, ...more].join(' ')} #${outputs.size}`, ended.stdout + ended.stderr);
      code = ended.code;
    }
    return code;
  }

  async function secrets(): Promise<Secrets> {
    const tokens = await control.tokens();
    expect(tokens.length, 'tokens handed out').to.be.at.least(1);
    return { secret, ...Object.fromEntries(tokens.map((token, index) => [`token ${index + 1}`, token])) };
  }

  async function expectNothing(): Promise<void> {
    const known = await secrets();
    refuseLeaks([
      ...leaksInFolder(machine.folder, known),
      ...[...outputs].flatMap(([command, text]) => leaksIn(command, text, known)),
    ]);
  }

  it('of any command, at the highest level, as text and as JSON', async () => {
    for (const args of [
      ['doctor', '--documents', quotes],
      ['check'],
      ['connections'],
      ['plugins'],
      ['lookups', 'agents'],
      ['clients', 'search', 'acme'],
      ['items', 'sync'],
      ['datalink', 'fields', 'quotes'],
      ['documents', 'list', quotes],
      ['plan', quotes, '--doc', 'AAAQ1001', '-o', 'plan.json', '--force'],
      ['explain', 'plan.json', '--field', 'quote.title'],
      ['apply', 'plan.json'],
      push,
      ['drift', quotes, '--doc', 'AAAQ1001'],
      ['history'],
      ['history', '--csv', 'history.csv'],
      ['bindings', 'export', 'bindings.ndjson'],
      ['rebind', quotes, '--doc', 'AAAQ1001'],
      ['undo', '--doc', 'AAAQ1001', '--yes'],
      ['issues', 'list'],
      ['push', quotes, '--all', '--yes'],
      ['mappings', 'users', 'list'],
      ['schema', 'settings'],
    ])
      await run(...args);
    expect([...outputs.values()].filter((text) => text.length > 0).length).to.be.above(30);
    expect(filesOf(machine.folder).some((path) => path.endsWith('.sqlite'))).to.equal(true);
    await expectNothing();
  });

  it('of a push that meets any trouble at any of its first requests', async () => {
    for (const [index, kind] of troubles.entries()) {
      await control.reset();
      // Without Retry-After each refusal doubles a pause of seconds.
      const times = kind === '429' ? 1 : 3;
      await control.fail({ ...faultOf({ at: 1 + (index % 8), kind }), times });
      await run(...push);
      await control.forgetFaults();
    }
    await run('issues', 'list');
    await run('history', '--doc', 'AAAQ1001');
    await expectNothing();
  });

  it('of a process that is killed: its files stay, the log of the database among them', async () => {
    await control.reset();
    machine.restoreState();
    await control.fail({
      match: { path: '/Quotation', method: 'POST' },
      fault: { type: 'delay', ms: 3_000 },
    });
    const { child, ended } = machine.start([...push, '--verbose']);
    while ((await control.requests()).every(({ path }) => !/quotation/i.test(path))) await pause(10);
    child.kill('SIGKILL');
    const { stdout, stderr } = await ended;
    outputs.set('killed', stdout + stderr);
    expect(filesOf(machine.folder).some((path) => path.endsWith('-wal'))).to.equal(true);
    await expectNothing();
  });

  it('of a wrong secret, which is a secret as well', async () => {
    const wrong = 'wrong-but-still-secret-987654';
    using other = new Machine({ ...sandbox, clientSecret: wrong }, {});
    for (const args of [['check'], push]) {
      const { code, stdout, stderr } = await other.run([...args, '--verbose']);
      expect(code).to.equal(3);
      refuseLeaks(leaksIn(args.join(' '), stdout + stderr, { wrong }));
    }
    refuseLeaks(leaksInFolder(other.folder, { wrong }));
  });

  it('of a crash: a plugin whose error holds the secret in its message, its stack and its properties', async () => {
    const plugin = writeSpyingPlugin(machine.folder);
    const modules = join(machine.folder, 'node_modules/@quotebridge');
    mkdirSync(modules, { recursive: true });
    symlinkSync(fileURLToPath(new URL('../../../core', import.meta.url)), join(modules, 'core'));
    const settings = { account: { clientSecret: { env: 'HALO_SECRET' } } };
    const configuration = {
      version: 1,
      plugins: [plugin],
      connections: { main: { plugin: 'spying', settings } },
    };
    writeFileSync(join(machine.folder, 'spying.json'), JSON.stringify(configuration));
    const before = outputs.size;
    for (const args of [['check'], ['doctor'], ['clients', 'search', 'x'], push]) {
      const code = await run(...args, '--config', 'spying.json');
      expect(code, args.join(' ')).to.be.oneOf([2, 5, 7]);
    }
    const crashes = [...outputs.values()].slice(before).join('\n');
    expect(crashes, 'the error was met, and what was hidden shows').to.contain('client_secret=•••');
    await expectNothing();
  });
});

/** A tenant with the client of the example, whose application has another secret. */
function seedWith(clientSecret: string): SeedFile {
  const name = 'Acme Dental Group';
  return {
    application: { clientSecret },
    clients: [{ id: 12, name, main_site_id: 18, toplevel_id: 1 }],
    sites: [{ id: 18, name: 'Main', client_id: 12 }],
    users: [
      {
        id: 30,
        name: 'Laura Chen',
        emailaddress: 'laura.chen@acmedental.example',
        client_id: 12,
        site_id: 18,
      },
    ],
  };
}
