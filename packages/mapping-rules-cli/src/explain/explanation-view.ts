import { macroRows } from './macro-rows.js';
import { fieldOfNumbers, numberRows } from './number-rows.js';
import type { RulePlaces } from './rule-places.js';
import { tableRows } from './table-rows.js';
import type { Explanation } from './explanation.js';
import { problemText } from '../rules/problem-text.js';
import type { Colours } from '@quotebridge/command-line/terminal';
import type { CompiledRuleSet, RuleStep } from '@quotebridge/mapping-rules';

/** A line, and for each column the rule behind it, what else was considered, and why not that. */
export function explanationView(
  { line, given, lineType, steps, problems }: Explanation,
  rules: CompiledRuleSet,
  places: RulePlaces,
  colours: Colours,
): string {
  const width = Math.max(0, ...steps.map(({ column }) => column.length));
  const fields = Object.entries(given).map(([field, value]) => `${field} “${value}”`);
  return [
    `${colours.bold(line.charAt(0).toUpperCase() + line.slice(1))}: ${lineType}`,
    ...(fields.length === 0 ? [] : [`  ${colours.dim(fields.join(', '))}`]),
    ...steps.flatMap((step) => [
      '',
      `${colours.bold(step.column.padEnd(width))}  ${step.value === '' ? colours.dim('(empty)') : step.value}`,
      ...rowsOf(step, rules, places, colours).map((row) => `  ${row}`),
    ]),
    ...(problems.length === 0 ? [] : ['']),
    ...problems.map((problem) => {
      const { severity, code } = problem;
      const paint = severity === 'error' ? colours.red : colours.yellow;
      return `${paint(severity)} ${problemText(problem)} ${colours.dim(`(${code})`)}`;
    }),
  ].join('\n');
}

function rowsOf(
  step: RuleStep,
  rules: CompiledRuleSet,
  places: RulePlaces,
  colours: Colours,
): readonly string[] {
  switch (step.kind) {
    case 'partNumber':
      return numberRows(step, fieldOfNumbers(rules), places, colours);
    case 'table':
      return tableRows(step.path, step.trace, places, colours);
    case 'macro':
      return [
        `${colours.green('→')} a macro ${colours.dim(`(${places.at(step.path)})`)}`,
        ...macroRows(step.macro, colours).map((row) => `  ${row}`),
      ];
  }
}
