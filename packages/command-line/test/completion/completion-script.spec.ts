import { completionScript } from '../../src/completion/completion-script.js';
import { expect } from 'chai';
import { Argument, Command, Option } from 'commander';
import { execFileSync } from 'node:child_process';

describe('completion scripts', () => {
  const program = new Command('sample-tool').option('--json', 'print JSON');
  const items = program.command('items').description("people's items");
  items
    .command('sync')
    .addArgument(new Argument('<shell>').choices(['bash', 'zsh']))
    .addArgument(new Argument('<file>'))
    .addOption(new Option('--to <format>', 'form of the output').choices(['csv', 'json']));
  program.command('check').argument('<word>').option('--out <path>', 'where to');

  /** What bash offers behind these words; the last one is being typed. */
  function offered(...words: readonly string[]): readonly string[] {
    const line = ['sample-tool', ...words].map((word) => `'${word}'`).join(' ');
    const asked = `compopt() { :; }
${completionScript(program, 'bash')}
COMP_WORDS=(${line}); COMP_CWORD=${words.length}
_sample_tool; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const answer = execFileSync('bash', ['--norc', '-c', asked], {
      encoding: 'utf8',
      cwd: import.meta.dirname,
    });
    return answer.split('\n').filter((word) => word !== '');
  }

  it('offer in bash the commands, options and words that belong to what is typed', () => {
    expect(offered('')).to.deep.equal(['items', 'check']);
    expect(offered('--')).to.include.members(['--json', '--help']);
    expect(offered('items', '')).to.deep.equal(['sync']);
    expect(offered('items', 'sync', '')).to.deep.equal(['bash', 'zsh']);
    expect(offered('items', 'sync', 'bash', 'comp')).to.deep.equal(['completion-script.spec.ts']);
    expect(offered('items', 'sync', '--to', '')).to.deep.equal(['csv', 'json']);
    expect(offered('items', 'sync', '--to', 'csv', 'z')).to.deep.equal(['zsh']);
    expect(offered('check', '--out', 'comp')).to.deep.equal(['completion-script.spec.ts']);
    expect(offered('check', 'x', '--o')).to.deep.equal(['--out']);
  });

  it('are there for each shell that is offered, and for no other', () => {
    expect(completionScript(program, 'zsh'))
      .to.match(/^#compdef sample-tool/)
      .and.to.contain('_sample_tool_items_sync()');
    expect(completionScript(program, 'fish')).to.contain('complete -c sample-tool');
    expect(completionScript(program, 'tcsh')).to.equal('');
  });
});
