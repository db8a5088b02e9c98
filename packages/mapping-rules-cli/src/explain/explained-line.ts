import { namedInput } from '../data/named-input.js';
import type { LinesOptions } from '../data/lines-options.js';
import { columnsOfFields } from '../data/columns-of-fields.js';
import { readOptions } from '../data/read-options.js';
import { readRuled } from '../data/read-ruled.js';
import { refuseUnknown } from './refuse-unknown.js';
import { scopeOfLine } from '../data/scope-of-line.js';
import { refuse } from '../errors/refuse.js';
import { counted } from '@quotebridge/command-line/terminal';
import type { CompiledRuleSet, Problem, Vocabulary } from '@quotebridge/mapping-rules';

/** A line that is explained, wherever it comes from. */
export interface ExplainedLine {
  /** `row 3 of lines.csv (line 4)`, `case 1 “labour”`, `the line of --set`. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly cells: readonly string[];
  /** Why the rules cannot be run over it. */
  readonly problem?: Problem;
}

export interface LineChoice extends LinesOptions {
  readonly in?: string;
  readonly row?: number;
  readonly set?: readonly string[];
}

/**
 * The line that the command line chooses: one of a file, one that is made up, or a case of the rules.
 *
 * @throws Failure `usage` when there is no such line
 */
export async function explainedLine(rules: CompiledRuleSet, choice: LineChoice): Promise<ExplainedLine> {
  if (choice.set !== undefined) return madeUp(choice.set, choice, rules.vocabulary);
  if (choice.in !== undefined) return lineOfFile(rules, choice.in, choice.row ?? 1, choice);
  const cases = rules.ruleSet.tests ?? [];
  const number = choice.row ?? 1;
  const chosen = cases[number - 1];
  if (chosen === undefined) {
    throw refuse(`There is no case ${number}: the rules have ${counted(cases.length, 'case')}.`, {
      next: 'Name a file with --in, or make a line up with --set.',
    });
  }
  const { name, given } = chosen;
  return { name: `case ${number} “${name}”`, columns: Object.keys(given), cells: Object.values(given) };
}

function madeUp(
  fields: readonly string[],
  { in: file, row }: LineChoice,
  vocabulary: Vocabulary,
): ExplainedLine {
  if (file !== undefined || row !== undefined) {
    throw refuse('Which line: one of a file, or one that is made up?', {
      next: 'Leave out --set, or --in and --row.',
    });
  }
  const pairs = fields.map((text) => {
    const at = text.indexOf('=');
    if (at > 0) return [text.slice(0, at).trim(), text.slice(at + 1)] as const;
    throw refuse(`“${text}” is no field with a value.`, {
      faults: [{ at: '--set', value: text, expected: 'a field, = and its value' }],
      next: 'Write it as ItemType=Labor.',
    });
  });
  const columns = pairs.map(([column]) => column);
  for (const column of columns) refuseUnknown(column, vocabulary);
  refuseRepeated(columns, vocabulary);
  return {
    name: 'the line of --set',
    columns,
    cells: pairs.map(([, cell]) => cell),
  };
}

/** A field has one value; which of two counts would be a guess. */
function refuseRepeated(columns: readonly string[], vocabulary: Vocabulary): void {
  for (const [field, { first, last }] of columnsOfFields(columns, vocabulary)) {
    if (first === last) continue;
    throw refuse(`Two of --set are about ${field}: “${columns[first] ?? ''}” and “${columns[last] ?? ''}”.`, {
      faults: [{ at: '--set', value: columns[last] ?? '', expected: 'each field once' }],
      next: 'Leave one of them out.',
    });
  }
}

async function lineOfFile(
  rules: CompiledRuleSet,
  path: string,
  row: number,
  options: LinesOptions,
): Promise<ExplainedLine> {
  const input = await namedInput(path, refuse);
  const { lines } = await readRuled(input, [rules], readOptions(options));
  let before = 0;
  for await (const batch of lines) {
    const line = batch[row - 1 - before];
    if (line !== undefined) {
      const { columns, cells } = line;
      const { problem } = scopeOfLine(rules)(line);
      const name = `row ${row} of ${input.name} (line ${line.line})`;
      return { name, columns, cells, ...(problem === undefined ? {} : { problem }) };
    }
    before += batch.length;
  }
  throw refuse(`There is no row ${row}: ${input.name} has ${counted(before, 'row')}.`, {
    next: 'Count from 1, below the header, without blank rows.',
  });
}
