import { expect } from 'chai';
import fc from 'fast-check';
import { compileTable } from '../../src/table/compile-table.js';
import { lintTable } from '../../src/table/lint-table.js';
import type { Table } from '../../src/table/table.js';
import { listOf, plainLookup, plainlyMatches } from './plain-table.js';
import { randomScope, randomTable, simpleTable, wholeTable } from './random-table.js';

const options = { key: 'ItemType' };

describe('tables, compared with trying one row after the other', () => {
  it('give the same row, however often they are asked', () => {
    const property = fc.property(
      fc.oneof(randomTable(12), wholeTable),
      fc.array(randomScope, { minLength: 1 }),
      (table, scopes) => {
        const compiled = compileTable(distinct(table), options);
        if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
        for (const scope of [...scopes, ...scopes]) {
          const row = plainLookup(distinct(table), scope);
          const answer = compiled.rule.lookup(scope);
          expect(answer.row).to.equal(row);
          expect(answer.value).to.equal(
            row === undefined ? table.default : listOf(distinct(table))[row]?.value,
          );
          const other = { ...scope, line: { ...scope.line, ItemType: 'other' } };
          expect(compiled.rule.lookup(other, scope.line.ItemType)).to.equal(answer);
        }
      },
    );
    fc.assert(property, { numRuns: 300 });
  });

  it('explain the same answer, with reasons that are true, however often they are asked', () => {
    const property = fc.property(
      fc.oneof(randomTable(12), wholeTable),
      fc.array(randomScope, { minLength: 1 }),
      (random, scopes) => {
        const table = distinct(random);
        const compiled = compileTable(table, options);
        if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
        for (const scope of [...scopes, ...scopes]) {
          const { answer, values, considered, others } = compiled.rule.explain(scope);
          expect(answer).to.equal(compiled.rule.lookup(scope));
          for (const [field, value] of Object.entries(values))
            expect(value).to.equal(
              (scope.line[field] ?? scope.header[field.replace('DH_', '')] ?? '').trim(),
            );
          expect(considered.length + others).to.equal(compiled.rule.size);
          expect(considered.filter(({ taken }) => taken).map(({ row }) => row)).to.deep.equal(
            answer.row === undefined ? [] : [answer.row],
          );
          for (const { row, why, taken } of considered) {
            const matches = plainlyMatches(table, listOf(table)[row] ?? { when: {}, value: '' }, scope);
            expect(matches, why).to.equal(taken || /^row \d+ comes first$/.test(why));
          }
        }
      },
    );
    fc.assert(property, { numRuns: 200 });
  });

  it('have shadowed rows only where no value at all reaches them', () => {
    const property = fc.property(
      randomTable(6),
      fc.array(randomScope, { minLength: 60 }),
      (random, scopes) => {
        const table = distinct(random);
        const reached = new Set(scopes.map((scope) => plainLookup(table, scope)));
        for (const row of rowsOf(table, 'table.shadowedRow')) expect(reached.has(row)).to.equal(false);
      },
    );
    fc.assert(property, { numRuns: 200 });
  });

  it('have every shadowed row reported that one earlier row makes so', () => {
    const values = allTexts(['a', 'b', 'z'], 5);
    const property = fc.property(simpleTable, (random) => {
      const table = distinct(random);
      const reached = new Set(
        values.map((ItemType) => plainLookup(table, { line: { ItemType }, header: {}, application: {} })),
      );
      const unreached = listOf(table).flatMap((_, row) => (reached.has(row) ? [] : [row]));
      expect(rowsOf(table, 'table.shadowedRow')).to.deep.equal(unreached);
    });
    fc.assert(property, { numRuns: 100 });
  });
});

/** Without rows whose conditions an earlier one has, which do not compile. */
function distinct(table: Table): Table {
  const rows = [...listOf(table)];
  for (;;) {
    const { problems } = compileTable({ ...table, rows }, options);
    const repeated = problems.map(({ path }) => Number(/^\/rows\/(\d+)\/when$/.exec(path)?.[1]));
    if (repeated.length === 0) return { ...table, rows };
    for (const row of repeated.sort((a, b) => b - a)) rows.splice(row, 1);
  }
}

function rowsOf(table: Table, code: string): readonly number[] {
  return lintTable(table, options)
    .filter((problem) => problem.code === code)
    .map(({ path }) => Number(path.split('/')[2]));
}

function allTexts(characters: readonly string[], length: number): readonly string[] {
  if (length === 0) return [''];
  const shorter = allTexts(characters, length - 1);
  return [
    ...shorter,
    ...shorter
      .filter((text) => text.length === length - 1)
      .flatMap((text) => characters.map((one) => text + one)),
  ];
}
