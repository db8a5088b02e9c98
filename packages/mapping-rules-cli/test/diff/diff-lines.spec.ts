import { expect } from 'chai';
import { ProblemTally } from '../../src/data/problem-tally.js';
import { diffLines } from '../../src/diff/diff-lines.js';
import { diffRows } from '../../src/diff/diff-rows.js';
import { DiffTally } from '../../src/diff/diff-tally.js';
import { diffView } from '../../src/diff/diff-view.js';
import { compiledRules, shopRules } from '../compiled-rules.js';
import type { DataLines } from '../../src/data/data-line.js';
import { readData } from '../../src/data/read-data.js';
import { inputOf } from '../data/pieces-of.js';
import { ruleFile } from '../rule-file.js';
import { plainColours } from '../plain-colours.js';

const changedRules = {
  ...shopRules,
  productGroups: { rows: { Hardware: '=Computers', Labor: 'Services' }, default: 'Other' },
};
const lines = 'ItemType,InternalPartNumber\nHardware,1\nLabor,2\nContract,3\nbroken\nHardware,4\n';

async function dataLines(content: string): Promise<DataLines> {
  return (await readData(inputOf(content))).lines;
}

async function differences(content: string): Promise<{ tally: ProblemTally; found: DiffTally; csv: string }> {
  const tally = new ProblemTally();
  const found = new DiffTally();
  const all = diffLines(compiledRules(), compiledRules(changedRules), await dataLines(content), tally);
  let csv = '';
  for await (const text of diffRows(all, (difference) => found.add(difference))) csv += text;
  return { tally, found, csv };
}

function shown({ first, changed, columns }: DiffTally, lines: number): string {
  const files = { before: ruleFile(shopRules, 'old.json'), after: ruleFile(changedRules, 'new.json') };
  return diffView({ first, changed, columns, lines }, files, plainColours);
}

describe('what other rules would change', () => {
  it('is told line by line, with the rules behind both values', async () => {
    const { tally, found, csv } = await differences(lines);
    expect(tally).to.include({ lines: 5, failed: 1 });
    expect(found.changed).to.equal(3);
    expect(csv.replace('\uFEFF', '').split('\r\n')).to.deep.equal([
      'Line,Column,Before,After,RuleBefore,RuleAfter',
      "2,ProductGroup,Computers,'=Computers,/productGroups/rows/Hardware,/productGroups/rows/Hardware",
      '4,ProductGroup,Contracts,Other,/productGroups/rows/Contract,/productGroups/default',
      "6,ProductGroup,Computers,'=Computers,/productGroups/rows/Hardware,/productGroups/rows/Hardware",
      '',
    ]);
  });

  it('is shown with the first lines, and how many of each column', async () => {
    const { found } = await differences(lines);
    const text = shown(found, 4);
    expect(text).to.contain(
      'line 4\n  ProductGroup\n    - Contracts  /productGroups/rows/Contract (old.json:38)\n    + Other  /productGroups/default (new.json:39)',
    );
    expect(text).to.contain('3 of 4 lines would change (- old, + new):\n  ProductGroup  3 lines');
    const many = await differences(`ItemType\n${'Hardware\n'.repeat(1_500)}`);
    expect(many.found.first).to.have.length(1_000);
    expect(shown(many.found, 1_500)).to.contain('… and 1,450 more');
    const nothing = await differences('ItemType\nLabor\n');
    expect(shown(nothing.found, 1)).to.equal('Nothing changes for 1 line.');
  });

  it('reads a column as each of the rule sets knows it', async () => {
    const asLine = {
      version: 1,
      fields: { line: ['Branch'] },
      tables: { T: { key: 'Branch', rows: { A: '1' } } },
    };
    const asHeader = {
      version: 1,
      fields: { header: ['Branch'] },
      tables: { T: { key: 'DH_Branch', rows: { A: '1' } } },
    };
    const all = diffLines(
      compiledRules(asLine),
      compiledRules(asHeader),
      await dataLines('Branch\nA\n'),
      new ProblemTally(),
    );
    for await (const difference of all) expect.fail(JSON.stringify(difference));
  });

  it('gives neither of them what only the other one reads', async () => {
    const users = { rows: { jane: 'Jane' }, default: 'nobody' };
    const [own, quoteWerks] = [
      { version: 1, fields: { line: ['SalesRep'] }, users },
      { version: 1, users },
    ];
    const input = await dataLines('SalesRep\njane\n');
    const found: unknown[] = [];
    for await (const { differences } of diffLines(
      compiledRules(own),
      compiledRules(quoteWerks),
      input,
      new ProblemTally(),
    ))
      found.push(...differences.map(({ column, before, after }) => [column, before.value, after.value]));
    expect(found).to.deep.equal([['User', 'nobody', 'Jane']]);
  });
});
