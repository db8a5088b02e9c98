import { runCommand, errorOf } from './harness/run-command.js';
import { createProgram } from '../src/command-line/program.js';
import { version } from '../src/version.js';
import { expect } from 'chai';
import type { Command } from 'commander';
import { readFileSync } from 'node:fs';

describe('help', () => {
  for (const command of commandsBelow(createProgram({ json: false }))) {
    const words = pathOf(command);
    it(`describes \`${words.join(' ')}\` with an example`, () => {
      let text = '';
      command.configureOutput({ writeOut: (part) => (text += part) }).outputHelp();
      expect(command.description()).to.match(/^[A-Z].{10,}/);
      expect(text).to.match(new RegExp(`Examples:\\n +\\$ ${words.slice(0, 2).join(' ')}`));
      expect(text).to.contain('--connection <name>');
    });
  }

  it('is printed on standard output', async () => {
    const { code, stdout, stderr } = await runCommand(['push', '--help']);
    expect(code).to.equal(0);
    expect(stdout).to.match(/^Usage: quotebridge push/);
    expect(stderr).to.equal('');
  });

  it('is as wide as the terminal, or as COLUMNS says', async () => {
    const { stdout } = await runCommand(['push', '--help'], { env: { COLUMNS: '50' } });
    const [texts = ''] = stdout.split('Examples:');
    for (const line of texts.split('\n')) expect(line.length, line).to.be.at.most(50);
    const wide = await runCommand(['push', '--help'], { env: { COLUMNS: '200' } });
    expect(wide.stdout).to.match(/--all .*quotes, then orders, then invoices/);
  });

  it('has sentences that end once', async () => {
    for (const args of [
      ['check', 'x'],
      ['completion', 'csh'],
      ['sandbox', '--port', 'x'],
      ['clients', 'search', 'acme', '--limit', '0'],
      ['items', 'search', 'x', '--limit', '-1'],
      ['users', 'search', 'x', '--limit', '1.5'],
    ]) {
      const { code, stderr } = await runCommand(args);
      expect(code, args.join(' ')).to.equal(2);
      expect(stderr).to.contain('. (usage)').and.not.to.contain('..');
    }
  });

  it('is the answer to a command that is not complete', async () => {
    const { code, stdout, stderr } = await runCommand(['items']);
    expect(code).to.equal(2);
    expect(stdout).to.equal('');
    expect(stderr).to.contain('Usage: quotebridge items').and.to.contain('A command is missing');
  });

  it('suggests the command that was meant', async () => {
    const { code, stderr } = await runCommand(['pusj', 'x.csv']);
    expect(code).to.equal(2);
    expect(stderr).to.contain('Unknown command “pusj”').and.to.contain('Did you mean push?');
  });

  it('says where a file belongs when an option has swallowed it', async () => {
    const { code, stderr } = await runCommand(['push', '--doc', 'A1', 'quotes.csv']);
    expect(code).to.equal(2);
    expect(stderr).to.contain('Name the file right after the command');
  });

  it('reports faults of the command line as JSON, too', async () => {
    for (const args of [
      ['--json', 'pusj'],
      ['--json'],
      ['items', '--json'],
      ['plan', '--json'],
      ['sandbox', '--port', 'x', '--json'],
    ]) {
      const ended = await runCommand(args);
      expect(ended.code, args.join(' ')).to.equal(2);
      expect(errorOf(ended).code).to.equal('usage');
    }
  });
});

describe('version', () => {
  it('is that of the package', async () => {
    const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(version).to.equal(manifest.version);
    const ended = await runCommand(['version', '--json']);
    expect(ended.json()).to.deep.equal({ version, node: process.versions.node });
    expect((await runCommand(['--version'])).stdout.trim()).to.equal(version);
    expect((await runCommand(['version'])).stdout).to.match(/^quotebridge \d+\.\d+\.\d+ \(Node /);
  });
});

function commandsBelow(command: Command): readonly Command[] {
  return command.commands.flatMap((child) => [child, ...commandsBelow(child)]);
}

function pathOf(command: Command): string[] {
  return command.parent === null ? [command.name()] : [...pathOf(command.parent), command.name()];
}
