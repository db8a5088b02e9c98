import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { descriptionColumns, ruleColumns } from '../src/rule-set/rule-columns.js';
import { ruleSetSchema } from '../src/schema/rule-set-schema.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

describe('the README', () => {
  const [, sections = ''] = readme.split('\n## The file of rules\n');

  it('has every section of the file of rules', () => {
    const listed = [...sections.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
    const known = Object.keys(ruleSetSchema.properties ?? {}).filter(
      (name) => !['$schema', 'name'].includes(name),
    );
    expect(listed.slice(0, known.length).sort()).to.deep.equal(known.sort());
  });

  it('has every column of the result', () => {
    for (const column of [...Object.values(ruleColumns), ...Object.values(descriptionColumns)]) {
      expect(sections).to.contain(`\`${column}\``);
    }
  });

  it('links to headings and files that there are', () => {
    const anchors = (text: string): readonly string[] =>
      [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
        heading
          .toLowerCase()
          .replaceAll(/[^\p{L}\d -]/gu, '')
          .replaceAll(' ', '-'),
      );
    for (const [, file = '', anchor = ''] of readme.matchAll(/\]\(([^)#]*)#?([^)]*)\)/g)) {
      const text = file === '' ? readme : readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
      if (anchor !== '') expect(anchors(text), `${file}#${anchor}`).to.include(anchor);
    }
  });
});
