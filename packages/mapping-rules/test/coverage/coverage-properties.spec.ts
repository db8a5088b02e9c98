import { expect } from 'chai';
import fc from 'fast-check';
import { createCoverage } from '../../src/coverage/create-coverage.js';
import { diffRules } from '../../src/diff/diff-rules.js';
import { compileRuleSet } from '../../src/rule-set/compile-rule-set.js';
import type { CompiledRuleSet } from '../../src/rule-set/compiled-rule-set.js';
import type { TableRow } from '../../src/table/table.js';
import { lineOf } from '../compiled-rules.js';

const word = fc.constantFrom('a', 'ab', 'abc', 'b', 'constructor', '__proto__');
const fields = ['ItemType', 'Manufacturer'] as const;
const condition = fc.oneof(
  word.map((anyCase) => ({ anyCase })),
  word.map((prefix) => ({ prefix })),
  fc.constant({ empty: true } as const),
);
const row = fc.record({
  when: fc
    .uniqueArray(fc.tuple(fc.constantFrom(...fields), condition), {
      selector: ([name]) => name,
      minLength: 1,
    })
    .map((entries) => Object.fromEntries(entries)),
  value: fc.constantFrom('1', '2', ''),
});
const rules = fc
  .record(
    { rows: fc.array(row, { maxLength: 6 }), default: fc.constantFrom('1', '3') },
    { requiredKeys: ['rows'] },
  )
  .map((productGroups) => compileRuleSet({ version: 1, productGroups }))
  .filter((compilation) => compilation.ok)
  .map(({ rule }) => rule);
const line = fc.record({
  ItemType: fc.option(word, { nil: '' }),
  Manufacturer: fc.option(word, { nil: ' ' }),
});
const lines = fc.array(line, { maxLength: 12 });
type Line = Readonly<Record<string, string>>;

/** The first row whose conditions all hold, found as slowly as possible. */
function winner(rows: readonly TableRow[], given: Line): number {
  return rows.findIndex(({ when }) =>
    Object.entries(when).every(([field, compared]: [string, unknown]) => {
      const value = (given[field] ?? '').trim().toLowerCase();
      const { anyCase, prefix } = compared as { readonly anyCase?: string; readonly prefix?: string };
      if (anyCase !== undefined) return value === anyCase;
      return prefix === undefined ? value === '' : value.startsWith(prefix);
    }),
  );
}

function groupOf(compiled: CompiledRuleSet, given: Line): string | undefined {
  const { scope, lineType } = lineOf(compiled, given);
  return compiled.resolve(scope, lineType).values['ProductGroup'];
}

describe('properties of coverage and diff', () => {
  it('a row is used when it decides a line, and every line is counted once', () => {
    fc.assert(
      fc.property(rules, lines, (compiled, given) => {
        const coverage = createCoverage(compiled);
        for (const each of given) {
          const { scope, lineType } = lineOf(compiled, each);
          coverage.add(scope, lineType);
        }
        const [table] = coverage.report().tables;
        const rows = compiled.ruleSet.productGroups?.rows as readonly TableRow[];
        const winners = given.map((each) => winner(rows, each));
        const unused = rows.map((_, index) => index).filter((index) => !winners.includes(index));
        expect(table?.unused.map((each) => each.row)).to.deep.equal(unused);
        expect(table?.lines.row).to.equal(winners.filter((index) => index >= 0).length);
        const uncovered = table?.uncovered.reduce((sum, each) => sum + each.lines, 0) ?? 0;
        expect(uncovered).to.equal(winners.filter((index) => index < 0).length);
      }),
    );
  });

  it('a difference is there exactly where the values are not the same, and the other way round for the other way', () => {
    fc.assert(
      fc.property(rules, rules, line, (before, after, given) => {
        const read = lineOf(before, given);
        const [old, next] = [groupOf(before, given), groupOf(after, given)];
        const differences = diffRules(before, after, read);
        expect(differences.map((each) => [each.before.value, each.after.value])).to.deep.equal(
          old === next ? [] : [[old, next]],
        );
        const back = diffRules(after, before, read);
        expect(back.map((each) => [each.after, each.before])).to.deep.equal(
          differences.map((each) => [each.before, each.after]),
        );
        expect(diffRules(before, before, read)).to.deep.equal([]);
      }),
    );
  });
});
