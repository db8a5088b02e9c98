import { createCoverage, type CoverageReport } from '@quotebridge/mapping-rules/tools';
import { expect } from 'chai';
import { coverLines } from '../../src/coverage/cover-lines.js';
import type { DataInput } from '../../src/data/data-input.js';
import { readData } from '../../src/data/read-data.js';
import type { ProblemTally } from '../../src/data/problem-tally.js';
import { coverageView } from '../../src/coverage/coverage-view.js';
import { compiledRules } from '../compiled-rules.js';
import { inputOf } from '../data/pieces-of.js';
import { plainColours } from '../plain-colours.js';

async function covered(
  ...inputs: readonly DataInput[]
): Promise<{ report: CoverageReport; tallies: ProblemTally[] }> {
  const rules = compiledRules();
  const coverage = createCoverage(rules);
  const tallies: ProblemTally[] = [];
  for (const input of inputs) tallies.push(await coverLines(rules, coverage, (await readData(input)).lines));
  return { report: coverage.report(), tallies };
}

describe('what documents use of the rules', () => {
  const first =
    'SalesRep,ItemType,Manufacturer,ManufacturerPartNumber\nlchen,Labor,,A\nlchen,Widget,,B\nbob,Widget,,C\nbob,Hardware,Dell,D\nbroken\n';
  const second = '{"DH_SalesRep":"ed","ItemType":"Labor","ManufacturerPartNumber":"E"}\n';

  it('is told of all files together: rows that no line uses, values that no row covers', async () => {
    const { report, tallies } = await covered(inputOf(first), inputOf(second, { name: 'more.ndjson' }));
    expect(report.lines).to.equal(5);
    expect(tallies.map(({ lines, failed }) => [lines, failed])).to.deep.equal([
      [5, 1],
      [1, 0],
    ]);
    const [byItemType, groups, users] = ['byItemType', 'productGroups', 'users'].map((name) =>
      report.tables.find((table) => table.name === name),
    );
    expect(byItemType?.unused.map(({ row }) => row)).to.deep.equal([1]);
    expect(groups?.unused.map(({ value }) => value)).to.deep.equal(['Contracts']);
    expect(groups?.uncovered).to.deep.equal([{ values: { ItemType: 'Widget' }, lines: 2, by: 'default' }]);
    expect(users?.uncovered).to.deep.equal([{ values: { DH_SalesRep: 'bob' }, lines: 2, by: 'none' }]);
  });

  it('is shown in words', async () => {
    const { report } = await covered(inputOf(first));
    const text = coverageView(report, plainColours);
    expect(text).to.contain('4 lines\n');
    expect(text).to.contain('productGroups  2 of 3 rows used');
    expect(text).to.contain('ItemType is “Contract” → Contracts');
    expect(text).to.contain('ItemType “Widget”  2 lines: they get the default');
    expect(text).to.contain('DH_SalesRep “bob”  2 lines: they get nothing');
    expect(text).not.to.contain('undefined');
  });

  it('is shown in part when there is much of it', async () => {
    const types = Array.from({ length: 300 }, (_, at) => `Type${at}`).join('\n');
    const { report } = await covered(inputOf(`ItemType\n${types}\n`));
    expect(coverageView(report, plainColours)).to.contain('… and 280 more');
  });
});
