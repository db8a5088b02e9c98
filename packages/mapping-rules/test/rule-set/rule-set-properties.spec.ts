import { expect } from 'chai';
import fc from 'fast-check';
import { generateJoin } from '../../src/codegen.js';
import { compileRuleSet, type RuleSet, type Table } from '../../src/index.js';
import { createCoverage, runCases } from '../../src/tools.js';
import { randomScope, randomTable } from '../table/random-table.js';
import { plainMacros, plainResult } from './plain-rules.js';

const macros = Object.keys(plainMacros);
const macro = fc.constantFrom(...macros);

/** A table whose values are macros. */
const macroTable = randomTable(4).map((table): Table => ({
  ...table,
  rows: (table.rows as readonly { readonly when: string; readonly value: string }[]).map((row) => ({
    ...row,
    value: macros[Number(row.value) - 1] ?? ':',
  })),
  ...(table.default === undefined ? {} : { default: macros[0] }),
}));
const falling = (table: fc.Arbitrary<Table>, fallback: string): fc.Arbitrary<Table> =>
  fc.tuple(table, fc.boolean()).map(([each, falls]) => (falls ? { ...each, fallback } : each));

const rules: fc.Arbitrary<RuleSet> = fc.record(
  {
    version: fc.constant(1 as const),
    partNumber: fc.record(
      {
        field: fc.constantFrom('InternalPartNumber', 'CustomText01', 'ManufacturerPartNumber'),
        generation: fc.oneof(
          fc.constant({ mode: 'none' } as const),
          macro.map((text) => ({ mode: 'macro', macro: text }) as const),
          falling(macroTable, 'more').map((table) => ({ mode: 'byItemType', byItemType: table }) as const),
        ),
        fallbackByLineType: fc.constantFrom({}, { product: ' P ', freight: 'F' }),
        length: fc.constantFrom(
          { maximum: 2, tooLong: 'cut' } as const,
          { maximum: 10, tooLong: 'hash' } as const,
          { maximum: 3 },
        ),
      },
      { requiredKeys: ['field'] },
    ),
    productGroups: falling(randomTable(5), 'first'),
    descriptions: fc.record({ lineName: macro }),
    tables: fc.record({ first: falling(randomTable(3), 'more'), more: macroTable }),
  },
  { requiredKeys: ['version', 'tables'] },
);

describe('properties of rule sets', () => {
  it('give what a plain reading of the rules gives, with and without generated code', () => {
    let compiled = 0;
    const lineType = fc.constantFrom('product', 'groupHeader', 'comment', 'freight');
    fc.assert(
      fc.property(rules, fc.array(fc.tuple(randomScope, lineType), { maxLength: 4 }), (document, lines) => {
        const compilation = compileRuleSet(document);
        const generated = compileRuleSet(document, { generateJoin });
        expect(generated.ok).to.equal(compilation.ok);
        // Rows that repeat each other are refused.
        if (!compilation.ok || !generated.ok) {
          const codes = compilation.problems.map(({ code }) => code);
          expect([...new Set(codes)]).to.deep.equal(['table.duplicateKey']);
          return;
        }
        compiled++;
        for (const [scope, type] of lines) {
          const expected = plainResult(document, scope, type);
          expect(compilation.rule.resolve(scope, type).values).to.deep.equal(expected);
          expect(generated.rule.resolve(scope, type).values).to.deep.equal(expected);
          expect(compilation.rule.explain(scope, type).values).to.deep.equal(expected);
        }
      }),
      { numRuns: 1500 },
    );
    expect(compiled, 'most were rules').to.be.above(400);
  });

  it('are the same to cases and coverage', () => {
    let lines = 0;
    fc.assert(
      fc.property(
        rules,
        randomScope,
        fc.constantFrom('product', 'comment', 'freight'),
        (document, scope, LineType) => {
          const plain = compileRuleSet(document);
          if (!plain.ok) return;
          const { values } = plain.rule.resolve(scope, LineType);
          const { ItemType = '', CustomText01 = '' } = scope.line;
          const given = { ItemType, CustomText01, DH_DocNo: scope.header['DocNo'] ?? '', LineType };
          const wrong = { ...values, first: `not ${values['first'] ?? ''}` };
          const tests = [values, wrong].map((expected) => ({ name: 'case', given, expect: expected }));
          const compiled = compileRuleSet({ ...document, tests });
          if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
          const [right, other] = runCases(compiled.rule);
          expect(right?.differences).to.deep.equal([]);
          expect(other?.differences.map(({ column, actual }) => [column, actual])).to.deep.equal([
            ['first', values['first']],
          ]);
          const coverage = createCoverage(compiled.rule);
          coverage.add(scope, LineType);
          for (const { name, lines: uses, unused, size } of coverage.report().tables) {
            if (!name.startsWith('tables.') || LineType === 'comment') continue;
            lines++;
            const column = name.slice('tables.'.length);
            const table = plain.rule.tables.own.get(column);
            expect(uses.none === 1, column).to.equal(table?.lookup(scope).matched === 'none');
            expect(size - unused.length).to.equal(uses.row);
            if (uses.none === 1) expect(values[column]).to.equal('');
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(lines, 'most were rules').to.be.above(100);
  });

  it('are the same after a way through JSON', () => {
    fc.assert(
      fc.property(rules, (document) => {
        const [once, again] = [
          compileRuleSet(document),
          compileRuleSet(JSON.parse(JSON.stringify(document))),
        ];
        expect(again.problems).to.deep.equal(once.problems);
        if (once.ok && again.ok) expect(again.rule.ruleSet).to.deep.equal(once.rule.ruleSet);
      }),
      { numRuns: 200 },
    );
  });
});
