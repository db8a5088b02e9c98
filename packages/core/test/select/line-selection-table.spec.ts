import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { lineTypes } from '../../src/domain/document-line.js';
import { lineTreatment } from '../../src/select/line-treatment.js';

describe('The published table of line selection', () => {
  it('says what the code does', () => {
    const page = readFileSync(new URL('../../../../docs/line-selection.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| (\w+)\s+\| (\w+)\s+\| (.+?)\s+\|$/gm)]
      .map(([, type, as, because]) => ({ type, as, because }))
      .filter(({ type }) => type !== 'line');
    const table = lineTypes.map((type) => ({ type, ...lineTreatment[type] }));
    expect(rows).to.deep.equal(table);
  });
});
