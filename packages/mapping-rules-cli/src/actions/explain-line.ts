import { refuse } from '../errors/refuse.js';
import { explainedLine, type ExplainedLine, type LineChoice } from '../explain/explained-line.js';
import { explanationView } from '../explain/explanation-view.js';
import type { Explanation } from '../explain/explanation.js';
import { RulePlaces } from '../explain/rule-places.js';
import { openRules } from '../rules/open-rules.js';
import type { Action } from '@quotebridge/command-line';
import { nearestTo } from '@quotebridge/command-line/terminal';
import { scopeReader, type CompiledRuleSet, type RuleTrace } from '@quotebridge/mapping-rules';
import { ruleBehind } from '@quotebridge/mapping-rules/tools';

interface Options extends LineChoice {
  readonly column?: readonly string[];
}

export const explainLine: Action<Options> = async ({ terminal }, options, [path = '']) => {
  const { file, rules } = await openRules(path, terminal);
  const columns =
    options.column === undefined ? rules.columns : options.column.map((name) => columnOf(rules, name));
  const line = await explainedLine(rules, options);
  const places = new RulePlaces(file, rules);
  const { scope, lineType } = scopeReader(line.columns, rules.vocabulary)(line.cells);
  const { values, steps, problems }: RuleTrace =
    line.problem === undefined
      ? rules.explain(scope, lineType)
      : { values: {}, steps: [], problems: [line.problem] };
  const explanation: Explanation = {
    line: line.name,
    lineType,
    given: filledCells(line),
    values: Object.fromEntries(columns.map((column) => [column, values[column] ?? ''])),
    steps: steps
      .filter(({ column }) => columns.includes(column))
      .map((step) => {
        const rule = ruleBehind(rules, step);
        return { ...step, value: values[step.column] ?? '', rule, at: places.at(rule) };
      }),
    problems,
  };
  // Traces work out what they hold when it is read: from here on they are data.
  const plain = JSON.parse(JSON.stringify(explanation)) as Explanation;
  terminal.result(plain, (shown) => explanationView(shown, rules, places, terminal.colours));
  return explanation.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
};

/** By column; of several with one name the first counts. */
function filledCells({ columns, cells }: ExplainedLine): Readonly<Record<string, string>> {
  const filled = new Map<string, string>();
  columns.forEach((column, place) => {
    const cell = cells[place] ?? '';
    if (cell.trim() !== '' && !filled.has(column)) filled.set(column, cell);
  });
  return Object.fromEntries(filled);
}

function columnOf({ columns }: CompiledRuleSet, name: string): string {
  const column = columns.find((each) => each.toLowerCase() === name.toLowerCase());
  if (column !== undefined) return column;
  const [near] = nearestTo(name, columns);
  throw refuse(`The rules give no column “${name}”.`, {
    faults: [{ at: '--column', value: name, expected: `one of ${columns.join(', ')}` }],
    next: near === undefined ? 'Name one of them.' : `Did you mean ${near}?`,
  });
}
