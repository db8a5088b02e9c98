import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import * as kit from '../src/index.js';
import { readmeTable } from './readme-table.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

describe('public names', () => {
  const names = [
    'checkGroups',
    'createMemoryContactManager',
    'describeAdapter',
    'faultKinds',
    'memoryPluginCandidate',
    'memorySecret',
    'seedTenant',
  ];

  it('are these', () => {
    expect(Object.keys(kit).sort()).to.deep.equal(names);
  });

  it('stand in the README, and so does each check', () => {
    for (const name of names) expect(readme).to.contain(`\`${name}`);
    expect(unpadded(readme)).to.contain(unpadded(readmeTable()));
  });
});

/** Tables without the padding that makes their columns straight. */
function unpadded(markdown: string): string {
  return markdown.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---');
}
