import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import * as rules from '../src/index.js';

describe('public names', () => {
  const names = [
    'RuleError',
    'compileDataLink',
    'compileMacro',
    'compilePartNumberRule',
    'compileTable',
    'partNumberFaults',
  ];

  it('are these', () => {
    expect(Object.keys(rules).sort()).to.deep.equal(names);
  });

  it('stand in the README', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    for (const name of names) expect(readme).to.contain(`\`${name}`);
  });
});
