import { putTable } from '../../src/sections/put-table.js';
import { expect } from 'chai';
import fc from 'fast-check';
import type { TableRow } from '@quotebridge/mapping-rules';
import { tableToRecords } from '@quotebridge/mapping-rules/tools';
import { parse, stringify } from 'yaml';

const section = { name: 'productGroups', segments: ['productGroups'], key: 'ItemType' };

const word = fc.oneof(
  fc.constantFrom(
    'Labor',
    '#x',
    '- a',
    '"q"',
    "it's",
    'a: b',
    '{x}',
    '[1]',
    'yes',
    '12',
    '~',
    '&a',
    '*b',
    '!c',
    '%',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).filter((text) => text.trim() === text),
  fc.constantFrom('__proto__', 'constructor', 'two\nlines', ' \ttab'),
);
const row: fc.Arbitrary<TableRow> = fc.oneof(
  fc.record({ when: word, value: word }),
  fc.record({ when: word, value: word, comment: word }),
  fc.record({
    when: fc.oneof(
      fc.record({ Manufacturer: fc.record({ prefix: word }) }),
      fc.record({ ItemType: word, Manufacturer: fc.record({ exact: word }) }),
    ),
    value: word,
  }),
);
const layout = fc.constantFrom('block', 'flow', 'json', 'indented json');

function spelt(rows: readonly TableRow[], style: string, asMap: boolean): string {
  const content = {
    version: 1,
    productGroups: { rows: asMap ? mapOf(rows) : rows },
    users: { rows: { ed: 'x' } },
  };
  if (style === 'json') return JSON.stringify(content);
  if (style === 'indented json') return `${JSON.stringify(content, undefined, 2)}\n`;
  const text = stringify(content, style === 'flow' ? { collectionStyle: 'flow' } : { lineWidth: 40 });
  return `# at the top\n${text}# at the end\n`;
}

function mapOf(rows: readonly TableRow[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    rows.map(({ when, value }, index) => [typeof when === 'string' ? when : `k${index}`, value]),
  );
}

describe('putting a table into the text of a rule file', () => {
  it('gives the rules with the new table, whatever they hold and however they are spelt', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 5 }),
        fc.array(row, { maxLength: 5 }),
        layout,
        fc.boolean(),
        fc.option(word, { nil: undefined }),
        fc.boolean(),
        (old, added, style, asMap, otherwise, keep) => {
          const before = spelt(old, style, asMap);
          const rows = keep ? [...old.slice(1), ...added] : added;
          const wanted = { rows, ...(otherwise === undefined ? {} : { default: otherwise }) };
          const after = putTable(before, parse(before), section, wanted);
          const content = parse(after) as { productGroups: typeof wanted; users: unknown; version: unknown };
          expect(tableToRecords(content.productGroups, 'ItemType').records).to.deep.equal(
            tableToRecords(wanted, 'ItemType').records,
          );
          expect([content.version, content.users]).to.deep.equal([1, { rows: { ed: 'x' } }]);
          if (style === 'block' || style === 'flow')
            expect(after).to.contain('# at the top').and.to.contain('# at the end');
        },
      ),
      { numRuns: 400 },
    );
  });

  it('changes nothing when nothing changes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { minLength: 1, maxLength: 5, selector: ({ when }) => JSON.stringify(when) }),
        layout,
        (rows, style) => {
          const before = spelt(rows, style, false);
          expect(putTable(before, parse(before), section, { rows })).to.equal(before);
        },
      ),
      { numRuns: 200 },
    );
  });
});
