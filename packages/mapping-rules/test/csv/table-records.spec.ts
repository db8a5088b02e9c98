import { expect } from 'chai';
import { tableFromRecords } from '../../src/csv/table-from-records.js';
import { tableToRecords } from '../../src/csv/table-to-records.js';
import type { Table } from '../../src/table/table.js';

const table: Table = {
  rows: [
    { when: 'Labor', value: '12', comment: 'hours' },
    { when: { ItemType: 'Product', Manufacturer: { prefix: 'HP' } }, value: '7' },
    { when: { Manufacturer: { pattern: 'D(ell|-Link)' }, VendorPartNumber: { empty: true } }, value: '8' },
    { when: { DH_SalesRep: { exact: 'jane' } }, value: '' },
  ],
  default: '1',
};
const sheet = {
  columns: ['ItemType', 'Manufacturer', 'VendorPartNumber', 'DH_SalesRep', 'value', 'comment'],
  records: [
    ['Labor', '', '', '', '12', 'hours'],
    ['Product', 'prefix:HP', '', '', '7', ''],
    ['', 'pattern:D(ell|-Link)', 'empty:', '', '8', ''],
    ['', '', '', 'exact:jane', '', ''],
    ['default:', '', '', '', '1', ''],
  ],
};

describe('tables in spreadsheets', () => {
  it('have a column for each field, then value and comment', () => {
    expect(tableToRecords(table, 'ItemType')).to.deep.equal(sheet);
  });

  it('are read back', () => {
    const read = tableFromRecords(sheet.columns, sheet.records, { key: 'ItemType' });
    const rule = { rows: table.rows, default: '1', records: [0, 1, 2, 3] };
    expect(read).to.deep.equal({ ok: true, rule, problems: [] });
  });

  it('take key and value pairs as rows, names of objects included', () => {
    const rows = JSON.parse('{"Labor":"12","__proto__":"7","constructor":"8"}') as Record<string, string>;
    expect(tableToRecords({ rows }, 'ItemType').records).to.deep.equal([
      ['Labor', '12', ''],
      ['__proto__', '7', ''],
      ['constructor', '8', ''],
    ]);
  });

  it('take fields and texts that are called like parts of objects for texts like others', () => {
    const read = tableFromRecords(['__proto__', 'constructor', 'value'], [['toString', 'x', '__proto__']], {
      key: 'ItemType',
    });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const [row] = read.rule.rows;
    expect(Object.entries(row?.when ?? {})).to.deep.equal([
      ['__proto__', 'toString'],
      ['constructor', 'x'],
    ]);
    expect(row?.value).to.equal('__proto__');
    expect(tableToRecords({ rows: read.rule.rows }, 'ItemType').records).to.deep.equal([
      ['', 'toString', 'x', '__proto__', ''],
    ]);
  });

  it('mean the same in a table that compares otherwise', () => {
    const exact: Table = { match: 'exact', rows: [{ when: 'Labor', value: '1' }] };
    const { columns, records } = tableToRecords(exact, 'ItemType');
    expect(records).to.deep.equal([['exact:Labor', '1', '']]);
    const rows = (match: 'anyCase' | 'exact') => {
      const read = tableFromRecords(columns, records, { key: 'ItemType', match });
      return read.ok ? read.rule.rows : read.problems;
    };
    expect(rows('anyCase')).to.deep.equal([{ when: { ItemType: { exact: 'Labor' } }, value: '1' }]);
    expect(rows('exact')).to.deep.equal(exact.rows);
  });

  it('keep a text apart that looks like a mode', () => {
    const rows = [{ when: 'prefix:HP', value: '1' }];
    const { columns, records } = tableToRecords({ rows }, 'ItemType');
    expect(records).to.deep.equal([['anyCase:prefix:HP', '1', '']]);
    expect(tableFromRecords(columns, records, { key: 'ItemType' })).to.deep.include({
      rule: { rows, records: [0] },
    });
  });

  it('name a field apart that is called like a column of the table', () => {
    const rows = [{ when: { Value: 'a', DI_Value: 'b', comment: 'c' }, value: '1' }];
    expect(tableToRecords({ rows }, 'ItemType').columns).to.deep.equal([
      'ItemType',
      'DocumentItems_Value',
      'DI_Value',
      'DI_comment',
      'value',
      'comment',
    ]);
  });

  it('may be written as people write: modes and headings in any case, columns in any order, blank rows', () => {
    const read = tableFromRecords(
      ['Comment', 'VALUE', ' ItemType ', ''],
      [['', '5', 'Prefix:HP', ''], ['', '', ''], [], ['last', '6', 'Labor']],
      { key: 'ItemType' },
    );
    expect(read).to.deep.include({
      rule: {
        rows: [
          { when: { ItemType: { prefix: 'HP' } }, value: '5' },
          { when: 'Labor', value: '6', comment: 'last' },
        ],
        records: [0, 3],
      },
    });
  });
});

describe('what spreadsheets leave behind', () => {
  it('means nothing: blanks, and cells that are missing behind the value', () => {
    const read = tableFromRecords(
      ['ItemType', 'value', 'comment', ''],
      [
        ['Labor', '1'],
        [' ', '  ', '', ' '],
        ['empty: ', '2', '', ' '],
        ['default: ', '3'],
      ],
      { key: 'ItemType' },
    );
    expect(read).to.deep.include({
      rule: {
        rows: [
          { when: 'Labor', value: '1' },
          { when: { ItemType: { empty: true } }, value: '2' },
        ],
        default: '3',
        records: [0, 2],
      },
    });
  });
});

describe('what cannot be read from a spreadsheet', () => {
  const problems = (columns: readonly string[], records: readonly (readonly string[])[]) =>
    tableFromRecords(columns, records, { key: 'ItemType', lineOf: (record) => record + 2 }).problems.map(
      ({ code, path, line, message }) => `${code} ${path} ${line ?? '-'} ${message}`,
    );
  const columns = ['ItemType', 'Manufacturer', 'value', 'comment'];

  it('is a row that lacks a condition or its value, never taken for a wider one', () => {
    expect(problems(['ItemType', 'value', 'Manufacturer'], [['Labor', '1']])).to.deep.equal([
      'data.raggedRow /rows/0 2 The row has 2 cells, but needs 3.',
    ]);
    expect(problems(columns, [['Labor', '', '1']])).to.deep.equal([]);
    expect(
      problems(columns, [
        ['Labor', '', '1', '', ''],
        ['Labor', '', '1', '', 'x'],
      ]),
    ).to.deep.equal(['data.raggedRow /rows/1 3 “x” stands in column 5, which has no heading.']);
  });

  it('is a column without a heading, told once', () => {
    const rows = ['x', 'y', '', 'z'].map((cell) => ['Labor', cell, '1']);
    expect(problems(['ItemType', '', 'value'], rows)).to.deep.equal([
      'data.unknownColumn  - Column 2 has no heading, but holds “x”.',
    ]);
  });

  it('is a row without condition', () => {
    expect(problems(columns, [['', ' ', '1', '']])).to.deep.equal([
      'data.wrongValue /rows/0 2 The row has a value but no condition.',
    ]);
  });

  it('is a mode with too much behind it, and a second default', () => {
    const records = [
      ['empty: x', '', '1', ''],
      ['', 'default:', '2', ''],
      ['Default:', '', '3', ''],
      ['default:', 'HP', '4', ''],
      ['default: x', '', '5', ''],
    ];
    expect(problems(columns, records)).to.deep.equal([
      'data.wrongValue /rows/0 2 “empty: x” under “ItemType” means nothing.',
      'data.wrongValue /rows/2 4 There is a default row already.',
      'data.wrongValue /rows/3 5 The default row has conditions.',
      'data.wrongValue /rows/4 6 “default: x” under “ItemType” means nothing.',
    ]);
  });

  it('is a heading that is missing or stands twice', () => {
    expect(problems(['ItemType'], [])).to.deep.equal(['data.unknownColumn  - No column is called “value”.']);
    expect(problems(['value'], [])).to.deep.equal(['data.unknownColumn  - No column names a field.']);
    expect(problems(['ItemType', 'value', 'Value', 'ItemType'], [])).to.deep.equal([
      'data.unknownColumn  - Two columns are called “Value”.',
      'data.unknownColumn  - Two columns are called “ItemType”.',
    ]);
  });
});
