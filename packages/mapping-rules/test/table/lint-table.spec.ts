import { expect } from 'chai';
import { compileTable } from '../../src/table/compile-table.js';
import { lintTable } from '../../src/table/lint-table.js';
import type { Condition, Table, TableRow } from '../../src/table/table.js';

describe('lintTable', () => {
  it('finds nothing in a table that goes from narrow to wide', () => {
    const rows = [
      row({ exact: 'HP' }),
      row('hp'),
      row({ prefix: 'hp-l' }),
      row({ pattern: 'hp-\\d+' }),
      row({ prefix: 'hp' }),
      row({ pattern: '.*laptop' }, '7'),
      row({ empty: true }),
    ];
    expect(found({ rows: rows.filter((_, place) => place !== 5), default: '1' })).to.deep.equal([]);
  });

  it('refuses patterns that explode', () => {
    const [problem, ...others] = lintTable(
      { rows: [row('x'), row({ pattern: '(a+)+b' })] },
      { key: 'ItemType' },
    );
    expect(others).to.deep.equal([]);
    expect(problem).to.include({
      code: 'pattern.explosive',
      severity: 'error',
      path: '/rows/1/when/ItemType/pattern',
    });
    expect(problem?.message).to.contain('“a” is repeated');
    const faulty = { rows: [row('x'), row('x'), row({ pattern: '(a+)+b' })] };
    expect(lintTable(faulty, { key: 'ItemType' }).map(({ code }) => code)).to.deep.equal([
      'pattern.explosive',
    ]);
  });

  it('finds rows that never decide', () => {
    const pairs: readonly (readonly [Condition, Condition])[] = [
      ['Labor', { exact: 'Labor' }],
      [{ prefix: 'HP' }, 'hp-1'],
      [{ prefix: 'HP' }, { prefix: 'hpe' }],
      [{ prefix: 'HP' }, { pattern: '(HP|HPE)-.*' }],
      [{ pattern: 'hp.*' }, { prefix: 'HP-' }],
      [{ pattern: 'h.+' }, { pattern: 'h[a-p]\\d{2,3}' }],
      [{ pattern: '.*' }, { empty: true }],
      [{ pattern: 'labou?r' }, 'LABOUR'],
      [{ pattern: 'labor' }, { exact: 'Labor' }],
    ];
    for (const [wide, narrow] of pairs) {
      expect(found({ rows: [row('z'), row(wide), row(narrow)] }), JSON.stringify(narrow)).to.deep.equal([
        'table.shadowedRow /rows/2 Row 3 never decides: row 2 comes first and matches all that it matches.',
      ]);
      expect(found({ rows: [row('z'), row(narrow), row(wide)] }).join()).not.to.contain('shadowed');
    }
    expect(found({ rows: [row({ exact: 'Labor' }), row('labor')] })).to.deep.equal([]);
    expect(found({ rows: [row({ exact: '12' }), row('12')] }).join()).to.contain('Row 2 never decides');
  });

  it('finds them among several conditions', () => {
    const rows: TableRow[] = [
      { when: { Manufacturer: { prefix: 'HP' } }, value: '1' },
      { when: { ItemType: 'Laptop', Manufacturer: 'HPE' }, value: '2' },
      { when: { ItemType: 'Laptop' }, value: '3' },
      { when: { ItemType: { exact: 'Laptop' }, Vendor: 'x' }, value: '4' },
    ];
    expect(found({ rows }).map((text) => text.slice(0, 25))).to.deep.equal([
      'table.shadowedRow /rows/1',
      'table.shadowedRow /rows/3',
    ]);
  });

  it('finds patterns that overlap, with a text that both match', () => {
    expect(
      found({ rows: [row({ pattern: 'HP.*' }, '1'), row({ pattern: '.*[-_]Laptop' }, '2')] }),
    ).to.deep.equal([
      'table.ambiguousRows /rows/1 Rows 1 and 2 both match ItemType “hp-laptop”; row 1 decides because it comes first.',
    ]);
    expect(found({ rows: [row({ prefix: 'HP' }, '1'), row({ pattern: '.*[0-9]' }, '2')] })).to.deep.equal([
      'table.ambiguousRows /rows/1 Rows 1 and 2 both match ItemType “hp0”; row 1 decides because it comes first.',
    ]);
    expect(found({ rows: [row({ pattern: 'a+' }), row({ pattern: 'b+' }, '2')] })).to.deep.equal([]);
    expect(found({ rows: [row({ pattern: 'HP.*' }, '1'), row({ pattern: '.*x' }, '1')] })).to.deep.equal([]);
  });

  it('compares patterns only where the rows can meet', () => {
    const rows = (one: string, other: string): TableRow[] => [
      { when: { ItemType: one, Manufacturer: { pattern: 'a.*' } }, value: '1' },
      { when: { ItemType: other, Manufacturer: { pattern: '.*b' } }, value: '2' },
    ];
    expect(found({ rows: rows('Labor', 'labor') }).join()).to.contain('both match Manufacturer “ab”');
    expect(found({ rows: rows('Labor', 'Product') })).to.deep.equal([]);
  });

  it('finds a default that is never given', () => {
    const everything = [row({ pattern: '.+' }), row({ empty: true })];
    expect(found({ rows: everything, default: '1' })).to.deep.equal([
      'table.unreachableDefault /default The default is never given: the rows match every value.',
    ]);
    expect(found({ rows: everything.slice(0, 1), default: '1' })).to.deep.equal([]);
    expect(
      found({ rows: [row({ pattern: '.*' }), row('x')], default: '1' }).map((text) => text.split(' ')[0]),
    ).to.deep.equal([...['table.shadowedRow', 'table.unreachableDefault']]);
    const other = compileTable({ rows: [], default: '2' }, { key: 'ItemType' });
    const tables = new Map(other.ok ? [['other', other.rule]] : []);
    expect(found({ rows: [], fallback: 'other', default: '1' }, tables)).to.deep.equal([
      'table.unreachableDefault /default The default is never given: the fallback table has an answer for everything.',
    ]);
    expect(found({ rows: everything, fallback: 'other' }, tables).join()).to.contain(
      '/fallback The fallback table is never asked',
    );
  });

  it('takes seconds at most, for whatever table', () => {
    const tables: Record<string, TableRow[]> = {
      keys: many(100_000, (index) => row(`Key ${index}`)),
      prefixes: many(20_000, (index) => row({ prefix: `Key ${index} ` })),
      patterns: many(1_000, (index) => row({ pattern: `.*x${index}y.*` }, `${index}`)),
      started: many(5_000, (index) => row({ pattern: `K${index}-\\d{2,4}` }, `${index}`)),
    };
    for (const [name, rows] of Object.entries(tables)) {
      const start = performance.now();
      lintTable({ rows }, { key: 'ItemType' });
      expect(performance.now() - start, name).to.be.lessThan(8000);
    }
  }).timeout(40_000);
});

function row(condition: Condition, value = '1'): TableRow {
  return { when: { ItemType: condition }, value };
}

function many(count: number, make: (index: number) => TableRow): TableRow[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function found(table: Table, tables = new Map()): readonly string[] {
  const options = { key: 'ItemType', tables };
  const { problems } = compileTable(table, options);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return lintTable(table, options).map(({ code, path, message }) => `${code} ${path} ${message}`);
}
