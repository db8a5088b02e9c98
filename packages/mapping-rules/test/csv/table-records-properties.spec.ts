import { expect } from 'chai';
import fc from 'fast-check';
import { tableFromRecords } from '../../src/csv/table-from-records.js';
import { tableToRecords } from '../../src/csv/table-to-records.js';
import {
  matchModes,
  type Condition,
  type MatchMode,
  type Table,
  type TableRow,
} from '../../src/table/table.js';

const text = fc.oneof(
  fc.constantFrom('Labor', 'prefix:HP', ' Exact: a', 'default:', '=1+1', '__proto__', ' ', '', ';"\r\n'),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  text,
  ...matchModes.map((mode) => text.map((compared) => ({ [mode]: compared }) as Condition)),
  fc.constant({ empty: true } as const),
);
const field = fc.constantFrom('ItemType', 'Manufacturer', 'DH_SalesRep', '__proto__', 'constructor', 'Value');
const when = fc.oneof(
  text,
  fc
    .uniqueArray(fc.tuple(field, condition), { selector: ([name]) => name, minLength: 1, maxLength: 4 })
    .map((entries) => Object.fromEntries(entries)),
);
const row = fc
  .record({ when, value: text, comment: text })
  .map(({ comment, ...rest }): TableRow => (comment === '' ? rest : { ...rest, comment }));
const tables: fc.Arbitrary<Table> = fc
  .record({ match: fc.constantFrom(...matchModes), rows: fc.array(row, { maxLength: 6 }), otherwise: text })
  .map(({ otherwise, ...rest }) => (otherwise === '' ? rest : { ...rest, default: otherwise }));

/** Field and condition of each row, with the mode of plain texts written out: what decides how it compares. */
function meaning(rows: readonly TableRow[], match: MatchMode): unknown {
  return rows.map(({ when: conditions, value, comment }) => {
    const entries = typeof conditions === 'string' ? { ItemType: conditions } : conditions;
    const spelledOut = Object.entries(entries).map(([name, own]): readonly [string, Condition | object] => [
      name === 'DI_Value' ? 'Value' : name,
      typeof own === 'string' ? { [match]: own } : own,
    ]);
    return { conditions: spelledOut.sort(([a], [b]) => (a < b ? -1 : 1)), value, comment };
  });
}

describe('properties of tables in spreadsheets', () => {
  it('mean the same after the way to a spreadsheet and back, in a table of any mode', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(...matchModes), (table, match) => {
        const { columns, records } = tableToRecords(table, 'ItemType');
        const read = tableFromRecords(columns, records, { key: 'ItemType', match });
        if (!read.ok) throw new Error(JSON.stringify(read.problems));
        const { rows } = table as { rows: readonly TableRow[] };
        expect(meaning(read.rule.rows, match)).to.deep.equal(meaning(rows, table.match ?? 'anyCase'));
        expect(read.rule.default).to.equal(table.default);
      }),
    );
  });

  it('stay as they are on a second way', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const first = tableToRecords(table, 'ItemType');
        const read = tableFromRecords(first.columns, first.records, {
          key: 'ItemType',
          match: table.match ?? 'anyCase',
        });
        if (!read.ok) throw new Error(JSON.stringify(read.problems));
        const again = { ...table, rows: read.rule.rows };
        const second = tableToRecords(again, 'ItemType');
        expect([...second.columns].sort()).to.deep.equal([...first.columns].sort());
        expect(second.records.length).to.equal(first.records.length);
      }),
    );
  });

  it('answer any cells at all with rows or with problems that have a place', () => {
    const cells = fc.array(fc.oneof(text, fc.constantFrom('ItemType', 'value', 'comment')), { maxLength: 5 });
    fc.assert(
      fc.property(cells, fc.array(cells, { maxLength: 5 }), (columns, records) => {
        const read = tableFromRecords(columns, records, { key: 'ItemType' });
        if (read.ok) expect(read.rule.rows.length).to.be.at.most(records.length);
        else for (const { path } of read.problems) expect(path).to.match(/^(\/rows\/\d)?$/);
        expect(read.ok).to.equal(read.problems.length === 0);
      }),
    );
  });
});
