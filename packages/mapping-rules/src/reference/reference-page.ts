import { problemCodes, type ProblemCode } from '../problem/problem-codes.js';
import { quoteWerksFields } from '../vocabulary/quotewerks-fields.js';
import type { GivenLine, MacroExample, ProblemExample } from './example.js';
import { filterReference } from './filter-reference.js';
import { macroForms, macroPrefixes } from './macro-reference.js';
import { code, markdownTable } from './markdown.js';
import { matchModeReference } from './match-mode-reference.js';
import { patternReference } from './pattern-reference.js';
import { problemReference } from './problem-reference.js';

/** The reference of the language in Markdown: everything that a macro, a table and a problem can be. */
export function referencePage(): string {
  return [
    '# Mapping rules: reference',
    '<!-- Made from packages/mapping-rules/src/reference by `npm run reference`. -->',
    'Every macro, filter, match mode and problem code of the rules. A test runs every example of this page. The language step by step: [README](../packages/mapping-rules/README.md). Codes of the command alone: [its README](../packages/mapping-rules-cli/README.md#problems-and-exit-codes).',
    '## Macros',
    markdownTable(
      ['prefix', 'takes the value from', 'example', 'gives'],
      macroPrefixes.flatMap(({ prefix, meaning, examples }) =>
        examples.map((example) => [code(`&${prefix}_`), meaning, ...shownExample(example)]),
      ),
    ),
    'Names and prefixes are read without regard to case. Values and the result are trimmed; a number without any letter or digit, such as `:`, counts as empty.',
    markdownTable(
      ['form', 'meaning', 'example', 'gives'],
      macroForms.flatMap(({ form, meaning, examples }) =>
        examples.map((example, index) => [
          ...(index === 0 ? [code(form), meaning] : ['', '']),
          ...shownExample(example),
        ]),
      ),
    ),
    '## Filters',
    'A value that is blank stays blank in all of them but `default`. Characters are counted by Unicode’s code points: 😀 is one, and a cut leaves no half of it.',
    markdownTable(
      ['filter', 'meaning', 'example', 'gives'],
      filterReference.flatMap(({ name, arguments: written, meaning, examples }) =>
        examples.map((example, index) => [
          ...(index === 0 ? [code(written === '' ? name : `${name}:${written}`), meaning] : ['', '']),
          ...shownExample(example),
        ]),
      ),
    ),
    '## Fields',
    'Columns that every document of QuoteWerks has. More of them are made known under `fields` of the rules.',
    `Of the line, \`&DI_ItemType\` in macros and \`ItemType\` in conditions: ${names(quoteWerksFields.line)}.`,
    `Of the header, \`&DH_DocNo\` in macros and \`DH_DocNo\` in conditions: ${names(quoteWerksFields.header)}.`,
    `Of the application, \`&APP_LoggedInUserName\` and \`APP_LoggedInUserName\`: ${names(quoteWerksFields.application)}.`,
    '## Match modes',
    'Rows are tried in the order in which they stand; the first whose conditions all hold decides. Space around values never matters, and texts are compared in Unicode’s composed form.',
    markdownTable(
      ['mode', 'in the rules', 'in a cell of a spreadsheet', 'meaning', 'takes', 'does not take'],
      Object.entries(matchModeReference).map(([mode, { rules, cell, meaning, matches, misses }]) => [
        code(mode),
        code(rules),
        code(cell),
        meaning,
        matches.map(quoted).join(', '),
        misses.map(quoted).join(', '),
      ]),
    ),
    '### Patterns',
    'A pattern is tried on the whole value, without regard to case. It may use these parts of regular expressions and no others; no value makes one slow. One that would be slow in other programs, because it can be read in exponentially many ways, is refused when rules are checked.',
    markdownTable(
      ['part', 'meaning', 'example', 'takes', 'does not take'],
      patternReference.map(({ part, meaning, pattern, matches, misses }) => [
        code(part),
        meaning,
        code(pattern),
        matches.map(quoted).join(', '),
        misses.map(quoted).join(', '),
      ]),
    ),
    '## Problem codes',
    'A rule with an error does not run; a warning may be meant.',
    ...Object.entries(problemReference).flatMap(([name, { meaning, mend, example }]) => [
      `### ${name}`,
      `${problemCodes[name as ProblemCode] === 'error' ? 'Error' : 'Warning'}. ${meaning}`,
      mend,
      shownProblem(example),
    ]),
  ].join('\n\n');
}

/** `CustomText01` to `CustomText24` are one entry. */
function names(fields: readonly string[]): string {
  const stem = (field = ''): string => field.replace(/\d+$/, '');
  return fields
    .filter((field, index) => {
      const [before, after] = [fields[index - 1], fields[index + 1]];
      return stem(field) === field || stem(before) !== stem(field) || stem(after) !== stem(field);
    })
    .map((field, index, shown) => {
      const continues = stem(field) !== field && stem(shown[index + 1]) === stem(field);
      return code(field) + (index === shown.length - 1 ? '' : continues ? ' … ' : ', ');
    })
    .join('');
}

/** Space at the ends would not be seen. */
function quoted(text: string): string {
  if (text === '') return '(empty)';
  return code(text === text.trim() ? text : `“${text}”`);
}

function shownExample({ macro, given, gives }: MacroExample): readonly string[] {
  const values = Object.entries(given).map(([name, value]) => `${name} ${quoted(value)}`);
  return [[code(macro), ...values].join(', '), quoted(gives)];
}

function shownProblem(example: ProblemExample): string {
  if ('columns' in example) {
    const rows = [example.columns, ...example.records].map((cells) => cells.join(','));
    return ['```csv', ...rows, '```'].join('\n');
  }
  const { rules, shown, given } = example;
  return ['```json', shown ?? JSON.stringify(rules), '```', ...givenText(given)].join('\n');
}

function givenText(given: GivenLine | undefined): readonly string[] {
  if (given === undefined) return [];
  const values = Object.entries(given).map(([name, value]) => `${name} ${quoted(value)}`);
  return ['', `for a line with ${values.join(', ')}.`];
}
