import { runCommand, errorOf } from './harness/run-command.js';
import { Workplace } from './harness/workplace.js';
import { createProgram } from '../src/command-line/program.js';
import { version } from '../src/version.js';
import type { Command } from 'commander';
import { expect } from 'chai';
import { readFileSync } from 'node:fs';

describe('help', () => {
  for (const command of createProgram({ json: false }).commands) {
    const words = pathOf(command);
    it(`describes \`${words.join(' ')}\` with an example`, () => {
      let text = '';
      command.configureOutput({ writeOut: (part) => (text += part) }).outputHelp();
      expect(command.description()).to.match(/^[A-Z].{10,}/);
      expect(text).to.match(new RegExp(`Examples:\\n +\\$ ${words.join(' ')}`));
      expect(text).to.contain('--json');
    });
  }

  it('is printed on standard output, with the exit codes', async () => {
    const { code, stdout, stderr } = await runCommand(['--help']);
    expect([code, stderr]).to.deep.equal([0, '']);
    expect(stdout)
      .to.match(/^Usage: mapping-rules/)
      .and.to.contain('0 fine · 1 problems');
  });

  it('is the answer to a command that is not complete', async () => {
    const { code, stdout, stderr } = await runCommand([]);
    expect([code, stdout]).to.deep.equal([2, '']);
    expect(stderr).to.contain('Usage: mapping-rules').and.to.contain('A command is missing');
  });

  it('suggests the command that was meant', async () => {
    const { code, stderr } = await runCommand(['chek', 'x.yaml']);
    expect(code).to.equal(2);
    expect(stderr).to.contain('Unknown command “chek”').and.to.contain('Did you mean check?');
  });

  it('knows no help about a command that there is not', async () => {
    for (const words of [
      ['help', 'chek'],
      ['help', 'nosuch'],
    ]) {
      const { code, stdout, stderr } = await runCommand(words);
      expect([code, stdout]).to.deep.equal([2, '']);
      expect(stderr).to.contain(`Unknown command “${words[1]}”`).and.not.to.contain('Usage:');
    }
    expect((await runCommand(['help', 'chek'])).stderr).to.contain('Did you mean check?');
    expect((await runCommand(['help', 'check'])).stdout).to.match(/^Usage: mapping-rules check/);
    expect((await runCommand(['help'])).stdout).to.equal((await runCommand(['--help'])).stdout);
  });

  it('suggests the choice that was meant', async () => {
    expect((await runCommand(['completion', 'bsh'])).stderr).to.contain('Did you mean bash?');
    expect((await runCommand(['run', 'x.yaml', '--to', 'jsn'])).stderr).to.contain('Did you mean json?');
  });

  it('reports faults of the command line as JSON, too', async () => {
    for (const args of [
      ['--json', 'chek'],
      ['--json'],
      ['explain', '--json'],
      ['explain', 'x', '--row', '0', '--json'],
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
    expect((await runCommand(['version', '--json'])).json()).to.deep.equal({
      version,
      node: process.versions.node,
    });
    expect((await runCommand(['--version'])).stdout.trim()).to.equal(version);
  });
});

describe('schema', () => {
  it('is the one that the rules are checked by', async () => {
    const ended = await runCommand(['schema', '--json']);
    const published: unknown = JSON.parse(
      readFileSync(new URL('../../mapping-rules/schema.json', import.meta.url), 'utf8'),
    );
    expect(ended.json()).to.deep.equal(published);
    expect(ended.stderr, 'no warning of Node about JSON').to.equal('');
    expect(JSON.parse((await runCommand(['schema'])).stdout)).to.deep.equal(published);
  });

  it('is written over no other file, unless that is meant', async () => {
    using place = new Workplace();
    place.write('rules.yaml', 'version: 1\n');
    const refused = await place.run(['schema', '-o', 'rules.yaml']);
    expect(refused.code).to.equal(2);
    expect(refused.stderr).to.contain('is there already').and.to.contain('--force');
    expect(place.read('rules.yaml')).to.equal('version: 1\n');
    for (const args of [['s.json'], ['s.json'], ['rules.yaml', '--force']])
      expect((await place.run(['schema', '-o', ...args])).code, args.join(' ')).to.equal(0);
    expect(place.read('s.json')).to.equal(place.read('rules.yaml'));
  });
});

function pathOf(command: Command): string[] {
  return command.parent === null ? [command.name()] : [...pathOf(command.parent), command.name()];
}
