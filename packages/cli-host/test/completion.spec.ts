import { runCommand, errorOf } from './harness/run-command.js';
import { dataLinkObjects } from '@quotebridge/core';
import { expect } from 'chai';
import { spawnSync } from 'node:child_process';

describe('completion', () => {
  let script = '';
  before(async () => {
    script = (await runCommand(['completion', 'bash'])).stdout;
  });

  function complete(...words: readonly string[]): string[] {
    const list = words.map((word) => `'${word}'`).join(' ');
    const { stdout } = spawnSync(
      'bash',
      [
        '--norc',
        '-c',
        `${script}\ncompopt() { :; }\nCOMP_WORDS=(${list}) COMP_CWORD=${words.length - 1}; _quotebridge; printf '%s\\n' "\${COMPREPLY[@]}"`,
      ],
      {
        encoding: 'utf8',
      },
    );
    return stdout.split('\n').filter((word) => word !== '');
  }

  it('offers commands, sub-commands and choices in bash', () => {
    expect(complete('quotebridge', '')).to.include.members(['init', 'push', 'items', 'completion']);
    expect(complete('quotebridge', 'pu')).to.deep.equal(['push']);
    expect(complete('quotebridge', 'che')).to.deep.equal(['check']);
    expect(complete('quotebridge', 'check', '--docu')).to.deep.equal(['--documents']);
    expect(complete('quotebridge', 'items', '')).to.include.members(['search', 'sync']);
    expect(complete('quotebridge', 'completion', 'z')).to.deep.equal(['zsh']);
    expect(complete('quotebridge', 'mappings', 'groups', '')).to.include.members([
      'set',
      'import',
      'default',
    ]);
    expect(complete('quotebridge', 'datalink', 'fields', '')).to.include.members([...dataLinkObjects]);
  });

  it('offers the options of the command, and global ones', () => {
    expect(complete('quotebridge', 'push', '--')).to.include.members([
      '--doc',
      '--all',
      '--yes',
      '--json',
      '--config',
    ]);
    expect(complete('quotebridge', '--connection', 'main', 'users', 'search', '--cl')).to.deep.equal([
      '--client',
    ]);
  });

  it('offers files where files are meant', () => {
    const files = complete('quotebridge', 'push', 'package');
    expect(files).to.include('package.json');
    expect(complete('quotebridge', 'push', 'x.csv', '--attach', 'READ')).to.include('README.md');
    expect(complete('quotebridge', 'mappings', 'users', 'import', 'READ')).to.include('README.md');
    expect(complete('quotebridge', 'init', '--from', 'READ')).to.include('README.md');
  });

  it('writes scripts for zsh and fish that know every command', async () => {
    const zsh = (await runCommand(['completion', 'zsh'])).stdout;
    expect(zsh).to.match(/^#compdef quotebridge/);
    expect(zsh).to.contain('_quotebridge_items_sync()').and.to.contain(`'1: :(bash zsh fish)'`);
    const fish = (await runCommand(['completion', 'fish'])).stdout;
    expect(fish).to.contain("complete -c quotebridge -n '__fish_use_subcommand' -f -a push");
    expect(fish).to.contain('__fish_seen_subcommand_from documents; and __fish_seen_subcommand_from show');
  });

  it('refuses another shell', async () => {
    const ended = await runCommand(['completion', 'tcsh', '--json']);
    expect(ended.code).to.equal(2);
    expect(errorOf(ended).message).to.contain('tcsh').and.to.contain('bash, zsh, fish');
  });
});
