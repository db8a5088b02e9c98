import { runCommand } from './harness/run-command.js';
import { expect } from 'chai';
import { spawnSync } from 'node:child_process';

describe('completion', () => {
  let script = '';
  before(async () => {
    script = (await runCommand(['completion', 'bash'])).stdout;
  });

  function complete(...words: readonly string[]): string[] {
    const list = words.map((word) => `'${word}'`).join(' ');
    const call = `COMP_WORDS=(${list}) COMP_CWORD=${words.length - 1}; _mapping_rules; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout } = spawnSync('bash', ['--norc', '-c', `${script}\ncompopt() { :; }\n${call}`], {
      encoding: 'utf8',
    });
    return stdout.split('\n').filter((word) => word !== '');
  }

  it('offers commands, options and shells in bash', () => {
    expect(complete('mapping-rules', '')).to.include.members([
      'init',
      'check',
      'explain',
      'import',
      'export',
      'schema',
    ]);
    expect(complete('mapping-rules', 'ch')).to.deep.equal(['check']);
    expect(complete('mapping-rules', 'explain', '--')).to.include.members([
      '--in',
      '--row',
      '--set',
      '--json',
    ]);
    expect(complete('mapping-rules', 'completion', 'z')).to.deep.equal(['zsh']);
  });

  it('offers files where rules and lines are meant', () => {
    expect(complete('mapping-rules', 'check', 'package')).to.include('package.json');
    expect(complete('mapping-rules', 'explain', 'x.yaml', '--in', 'package')).to.include('package.json');
    expect(complete('mapping-rules', 'init', '--from', 'package')).to.include('package.json');
  });

  it('offers each option once, and the words that an option or argument takes', () => {
    const offered = complete('mapping-rules', 'run', '--');
    expect(offered).to.deep.equal([...new Set(offered)]);
    expect(offered).to.include.members(['--help', '--json']);
    expect(complete('mapping-rules', '--')).to.include('--help');
    for (const option of ['--to', '--from'])
      expect(complete('mapping-rules', 'run', 'x.yaml', option, '')).to.deep.equal(['csv', 'json', 'ndjson']);
    expect(complete('mapping-rules', 'init', '--section', 'p')).to.deep.equal([
      'partNumber',
      'productGroups',
    ]);
    expect(complete('mapping-rules', 'export', 'x.yaml', '')).to.deep.equal([
      'productGroups',
      'users',
      'taxes',
      'byItemType',
    ]);
    expect(complete('mapping-rules', 'import', 'x.yaml', 'us')).to.deep.equal(['users']);
    expect(complete('mapping-rules', 'import', 'x.yaml', 'users', 'package')).to.include('package.json');
    expect(complete('mapping-rules', 'diff', 'x.yaml', 'package')).to.include('package.json');
  });

  it('writes scripts for zsh and fish that know every command', async () => {
    const zsh = (await runCommand(['completion', 'zsh'])).stdout;
    expect(zsh)
      .to.match(/^#compdef mapping-rules/)
      .and.to.contain('_mapping_rules_check()');
    expect(zsh)
      .to.contain(`'2: :(productGroups users taxes byItemType)'`)
      .and.to.contain(': :(csv json ndjson)');
    const fish = (await runCommand(['completion', 'fish'])).stdout;
    expect(fish).to.contain("complete -c mapping-rules -n '__fish_use_subcommand' -f -a check");
    expect(fish).to.contain("-l to -x -a 'csv json ndjson'");
  });
});
