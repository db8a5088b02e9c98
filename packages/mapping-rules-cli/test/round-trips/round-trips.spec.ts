import { csvText, withoutFormula } from '@quotebridge/command-line/csv';
import { parseLocated } from '@quotebridge/command-line/located';
import { compileRuleSet, scopeReader, type RuleSet, type Table } from '@quotebridge/mapping-rules';
import { tableFromRecords, tableSections, tableToRecords } from '@quotebridge/mapping-rules/tools';
import { expect } from 'chai';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readData } from '../../src/data/read-data.js';
import { randomLine, randomRules } from './random-rules.js';

/** Everything that rules make of some lines. */
function outcome(rules: unknown, lines: readonly Readonly<Record<string, string>>[]): unknown {
  const compilation = compileRuleSet(rules);
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems, undefined, 2));
  const { rule } = compilation;
  return lines.map((line) => {
    const { scope, lineType } = scopeReader(Object.keys(line), rule.vocabulary)(Object.values(line));
    const { values, problems } = rule.resolve(scope, lineType);
    return [Object.entries(values), problems.map(({ code, path }) => `${code} ${path}`)];
  });
}

function read(text: string): unknown {
  const located = parseLocated(text);
  if (!located.ok) throw new Error(`${located.place.line}: ${located.expected}`);
  return located.content;
}

/** A table on its way through a spreadsheet. */
async function throughCsv({ table, key }: { readonly table: Table; readonly key: string }): Promise<Table> {
  const { columns, records } = tableToRecords(table, key);
  const text = csvText([columns, ...records].map((cells) => cells.map(withoutFormula)));
  const data = await readData({
    name: 'table.csv',
    size: undefined,
    open: () => pieces(text),
  });
  const rows: (readonly string[])[] = [];
  for await (const lines of data.lines) rows.push(...lines.map(({ cells }) => cells));
  const { match } = table;
  const imported = tableFromRecords(data.columns ?? [], rows, {
    key,
    ...(match === undefined ? {} : { match }),
  });
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
  const { records: _records, ...rest } = imported.rule;
  return { ...table, ...rest };
}

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'utf8');
}

async function tablesThroughCsv(rules: RuleSet): Promise<RuleSet> {
  const changed = structuredClone(rules) as unknown as Record<string, unknown>;
  for (const section of tableSections(rules)) {
    const table = await throughCsv(section);
    const [first = '', second] = section.name.split('.');
    if (second === undefined) changed[first] = table;
    else (changed[first] as Record<string, unknown>)[second] = table;
  }
  return changed as unknown as RuleSet;
}

const lines = fc.array(randomLine, { minLength: 1, maxLength: 5 });

describe('rules on their way between YAML, JSON and CSV', () => {
  it('are the same document in YAML and in JSON', () => {
    fc.assert(
      fc.property(randomRules, lines, (rules, given) => {
        const yaml = read(stringify(rules));
        const json = read(JSON.stringify(rules, undefined, 2));
        expect(yaml).to.deep.equal(JSON.parse(JSON.stringify(rules)));
        expect(json).to.deep.equal(yaml);
        expect(outcome(yaml, given)).to.deep.equal(outcome(rules, given));
      }),
      { numRuns: 150 },
    );
  });

  it('make the same of every line after their tables were in a spreadsheet', async () => {
    await fc.assert(
      fc.asyncProperty(randomRules, lines, async (rules, given) => {
        const changed = await tablesThroughCsv(rules);
        expect(outcome(changed, given)).to.deep.equal(outcome(rules, given));
      }),
      { numRuns: 150 },
    );
  });

  it('make the same after all three', async () => {
    await fc.assert(
      fc.asyncProperty(randomRules, lines, async (rules, given) => {
        const fromYaml = read(stringify(rules)) as RuleSet;
        const fromCsv = await tablesThroughCsv(fromYaml);
        const fromJson = read(JSON.stringify(fromCsv));
        expect(outcome(fromJson, given)).to.deep.equal(outcome(rules, given));
      }),
      { numRuns: 50 },
    );
  });
});
