import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import * as publicNames from '../src/index.js';

const textOf = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

describe('the package', () => {
  it('exports what its README names, and no more', () => {
    expect(Object.keys(publicNames).sort()).to.deep.equal([
      'HaloContactManager',
      'featureScopes',
      'fieldProfile',
    ]);
    for (const name of Object.keys(publicNames)) expect(textOf('README.md')).to.contain(`\`${name}\``);
  });

  it('has every setting in its README', () => {
    const { properties } = JSON.parse(textOf('settings.schema.json')) as {
      properties: Record<string, { properties: Record<string, unknown> }>;
    };
    for (const [page, { properties: settings }] of Object.entries(properties)) {
      for (const name of Object.keys(settings)) expect(textOf('README.md')).to.contain(`\`${page}.${name}\``);
    }
  });
});
