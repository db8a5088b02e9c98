import { expect } from 'chai';
import { createCoverage } from '../../src/coverage/create-coverage.js';
import type { CoverageReport } from '../../src/coverage/coverage-report.js';
import type { RuleSet } from '../../src/rule-set/rule-set.js';
import type { TableRow } from '../../src/table/table.js';
import { compiledRules, lineOf } from '../compiled-rules.js';

type Line = Readonly<Record<string, string>>;

function cover(rules: Omit<RuleSet, 'version'>, lines: readonly Line[]): CoverageReport {
  const compiled = compiledRules(rules);
  const coverage = createCoverage(compiled);
  for (const line of lines) {
    const { scope, lineType } = lineOf(compiled, line);
    coverage.add(scope, lineType);
  }
  return coverage.report();
}

function tableOf(report: CoverageReport, name: string) {
  const table = report.tables.find((each) => each.name === name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
}

describe('coverage', () => {
  const groups: Omit<RuleSet, 'version'> = {
    productGroups: {
      rows: [
        { when: 'Labor', value: '12' },
        { when: { ItemType: 'Product', Manufacturer: { prefix: 'HP' } }, value: '7' },
        { when: { Manufacturer: { empty: true } }, value: '8' },
      ],
      default: '1',
    },
    users: { rows: { jane: '7', ed: '8' } },
  };

  it('tells rows that no line uses', () => {
    const report = cover(groups, [
      { ItemType: 'LABOR', DH_SalesRep: 'jane' },
      { ItemType: 'Labor', Manufacturer: 'HP', DH_SalesRep: 'jane' },
    ]);
    expect(report.lines).to.equal(2);
    expect(tableOf(report, 'productGroups')).to.deep.equal({
      name: 'productGroups',
      path: '/productGroups',
      size: 3,
      lines: { row: 2, default: 0, fallback: 0, none: 0 },
      unused: [
        {
          row: 1,
          path: '/productGroups/rows/1',
          conditions: 'ItemType is “Product”, Manufacturer begins with “HP”',
          value: '7',
        },
        { row: 2, path: '/productGroups/rows/2', conditions: 'Manufacturer is empty', value: '8' },
      ],
      uncovered: [],
      otherUncovered: 0,
    });
    expect(tableOf(report, 'users').unused).to.deep.equal([
      { row: 1, path: '/users/rows/ed', conditions: 'DH_SalesRep is “ed”', value: '8' },
    ]);
  });

  it('tells ItemTypes and users that no row covers, the most frequent first', () => {
    const report = cover(groups, [
      { ItemType: 'Service', Manufacturer: 'Dell', DH_SalesRep: 'bob' },
      { ItemType: 'Rental ', Manufacturer: 'Dell', DH_SalesRep: 'bob' },
      { ItemType: 'Rental', Manufacturer: 'Dell', DH_SalesRep: '' },
    ]);
    expect(tableOf(report, 'productGroups').uncovered).to.deep.equal([
      { values: { ItemType: 'Rental' }, lines: 2, by: 'default' },
      { values: { ItemType: 'Service' }, lines: 1, by: 'default' },
    ]);
    expect(tableOf(report, 'users').uncovered).to.deep.equal([
      { values: { DH_SalesRep: 'bob' }, lines: 2, by: 'none' },
      { values: { DH_SalesRep: '' }, lines: 1, by: 'none' },
    ]);
  });

  it('tells values apart by the fields that patterns look into only where there are no others', () => {
    const rows = [
      { when: { ManufacturerPartNumber: { pattern: 'CAT\\d' } }, value: '5' },
      { when: { DocNo: { prefix: 'X' } }, value: '6' },
    ];
    const lines = [
      { ManufacturerPartNumber: 'A', DH_DocNo: '1', Manufacturer: 'HP' },
      { ManufacturerPartNumber: 'B', DH_DocNo: '1', Manufacturer: 'Dell' },
    ];
    const uncovered = (more: readonly TableRow[]) =>
      tableOf(cover({ productGroups: { rows: [...rows, ...more] } }, lines), 'productGroups').uncovered.map(
        ({ values, lines: count }) => [values, count],
      );
    expect(uncovered([])).to.deep.equal([
      [{ ManufacturerPartNumber: 'A', DH_DocNo: '1' }, 1],
      [{ ManufacturerPartNumber: 'B', DH_DocNo: '1' }, 1],
    ]);
    expect(uncovered([{ when: { DocNo: { exact: '2' } }, value: '7' }])).to.deep.equal([
      [{ DH_DocNo: '1' }, 2],
    ]);
  });

  it('counts no numbers where there are no lines, and has none where no rules make them', () => {
    expect(cover(groups, []).numbers).to.equal(undefined);
    const numbers = { lines: { field: 0, macro: 0, fallback: 0, none: 0 }, without: [] };
    expect(cover({ partNumber: { field: 'InternalPartNumber' } }, []).numbers).to.deep.equal(numbers);
  });

  it('tells where item numbers come from, and which lines stay without', () => {
    const report = cover(
      {
        partNumber: {
          field: 'InternalPartNumber',
          generation: {
            mode: 'byItemType',
            byItemType: { rows: { Labor: 'LAB', Product: '&DI_ManufacturerPartNumber' } },
          },
          fallbackByLineType: { freight: 'FREIGHT' },
        },
      },
      [
        { InternalPartNumber: 'I-1', ItemType: 'Product' },
        { ItemType: 'Labor' },
        { ItemType: 'Product' },
        { ItemType: 'Service' },
        { ItemType: 'Service' },
        { LineType: 'freight' },
        { LineType: 'comment' },
      ],
    );
    expect(report.numbers).to.deep.equal({
      lines: { field: 1, macro: 1, fallback: 1, none: 4 },
      without: [
        { lineType: 'product', because: 'noMacroForItemType', lines: 2 },
        { lineType: 'product', because: 'macroGaveNothing', lines: 1 },
        { lineType: 'comment', because: 'noProduct', lines: 1 },
      ],
    });
    const table = tableOf(report, 'byItemType');
    expect(table.path).to.equal('/partNumber/generation/byItemType');
    expect(table.lines).to.deep.equal({ row: 2, default: 0, fallback: 0, none: 2 });
    expect(table.unused).to.deep.equal([]);
    expect(table.uncovered).to.deep.equal([{ values: { ItemType: 'Service' }, lines: 2, by: 'none' }]);
  });

  it('asks no row for lines that are text alone', () => {
    const report = cover(groups, [{ LineType: 'comment' }, { LineType: 'heading' }, { LineType: 'freight' }]);
    expect(report.lines).to.equal(3);
    expect(tableOf(report, 'productGroups').lines).to.deep.equal({
      row: 0,
      default: 0,
      fallback: 0,
      none: 0,
    });
    expect(tableOf(report, 'users').lines).to.deep.equal({ row: 0, default: 0, fallback: 0, none: 1 });
  });

  it('keeps what a fallback table answers apart', () => {
    const report = cover(
      {
        productGroups: { rows: { Labor: '12' }, fallback: 'more' },
        tables: { more: { rows: { Service: '20' }, default: '1' } },
      },
      [{ ItemType: 'Labor' }, { ItemType: 'Service' }, { ItemType: 'Rental' }],
    );
    const groupsUsed = tableOf(report, 'productGroups');
    expect(groupsUsed.lines).to.deep.equal({ row: 1, default: 0, fallback: 2, none: 0 });
    expect(groupsUsed.uncovered.map(({ values, by }) => [values['ItemType'], by])).to.deep.equal([
      ['Service', 'fallback'],
      ['Rental', 'fallback'],
    ]);
    expect(tableOf(report, 'tables.more').unused).to.deep.equal([]);
  });

  it('counts what it has no place for any more', () => {
    const lines = Array.from({ length: 1200 }, (_, index) => ({ DH_SalesRep: `user ${index % 1100}` }));
    const { uncovered, otherUncovered } = tableOf(cover({ users: { rows: { jane: '7' } } }, lines), 'users');
    expect(uncovered.length).to.equal(1000);
    expect(uncovered.reduce((sum, each) => sum + each.lines, 0) + otherUncovered).to.equal(1200);
  });

  it('takes fields and values that are called like parts of objects for texts like others', () => {
    const fields = { line: ['__proto__', 'constructor'] };
    const rows = [
      { when: JSON.parse('{"__proto__":"constructor","constructor":"__proto__"}') as Line, value: '1' },
    ];
    const given = [
      ['__proto__', 'constructor'],
      ['constructor', '__proto__'],
    ] as const;
    const report = cover({ fields, tables: { constructor: { rows } } }, [
      Object.fromEntries(given),
      Object.fromEntries([['__proto__', 'toString']]),
      {},
    ]);
    const table = tableOf(report, 'tables.constructor');
    expect(table.lines).to.deep.equal({ row: 1, default: 0, fallback: 0, none: 2 });
    expect(table.uncovered.map(({ values }) => Object.entries(values))).to.deep.equal([
      [
        ['__proto__', 'toString'],
        ['constructor', ''],
      ],
      [
        ['__proto__', ''],
        ['constructor', ''],
      ],
    ]);
  });
});
