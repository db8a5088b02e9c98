import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import * as codegen from '../src/codegen.js';
import * as dataLink from '../src/data-link.js';
import * as rules from '../src/index.js';
import * as reference from '../src/reference.js';
import * as tools from '../src/tools.js';

describe('public names', () => {
  const entries: Readonly<Record<string, readonly [module: object, names: readonly string[]]>> = {
    '.': [
      rules,
      [
        'compileMacro',
        'compileRuleSet',
        'compileTable',
        'descriptionNames',
        'fallbackLineTypes',
        'fieldReference',
        'fieldText',
        'lineTypeOf',
        'lineTypes',
        'makeProblem',
        'matchModes',
        'nearestNames',
        'pointer',
        'quoteWerksFields',
        'scopeReader',
        'siteAddressLines',
        'within',
      ],
    ],
    './data-link': [dataLink, ['compileDataLink', 'documentField']],
    './tools': [
      tools,
      [
        'checkRuleSet',
        'createCoverage',
        'diffRules',
        'lintTable',
        'ruleBehind',
        'runCases',
        'tableAt',
        'tableFromRecords',
        'tableRows',
        'tableSections',
        'tableToRecords',
      ],
    ],
    './codegen': [codegen, ['generateJoin']],
    './reference': [
      reference,
      [
        'filterReference',
        'macroForms',
        'macroPrefixes',
        'matchModeReference',
        'patternReference',
        'problemCodes',
        'problemReference',
        'referencePage',
      ],
    ],
  };

  it('are these', () => {
    for (const [entry, [module, names]] of Object.entries(entries))
      expect(Object.keys(module).sort(), entry).to.deep.equal(names);
  });

  it('have an entry each in package.json', () => {
    const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
    const { exports } = JSON.parse(text) as { readonly exports: object };
    expect(Object.keys(exports)).to.have.members([
      ...Object.keys(entries),
      './schema.json',
      './package.json',
    ]);
  });

  it('stand in the README', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    for (const [, names] of Object.values(entries))
      for (const name of names) expect(readme).to.contain(`\`${name}`);
  });
});
