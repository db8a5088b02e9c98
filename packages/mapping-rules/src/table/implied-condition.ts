import { analysedAutomaton, type AnalysedAutomaton } from '../pattern/analysed-automaton.js';
import { commonText } from '../pattern/common-text.js';
import { isCovered } from '../pattern/is-covered.js';
import { textAutomaton } from '../pattern/text-automaton.js';
import { Work } from '../pattern/work.js';
import { foldedForm } from './compared-form.js';
import type { TableCondition } from './table-condition.js';

/** Steps for finding one value. */
const exampleWork = 10_000;

/** Does every value that meets the first condition meet the second too? Both are of the same field. */
export function implies(narrow: TableCondition, wide: TableCondition, work: Work): boolean {
  const text = onlyText(narrow);
  switch (wide.mode) {
    case 'empty':
      return narrow.mode === 'empty';
    case 'exact':
      return narrow.mode === 'exact' ? narrow.form === wide.form : text === wide.form && isCaseless(text);
    case 'anyCase':
      return text === wide.form;
    case 'prefix':
      if (text !== undefined) return text.startsWith(wide.form);
      return (
        startOf(narrow).startsWith(wide.form) || (narrow.mode === 'pattern' && isPart(narrow, wide, work))
      );
    case 'pattern':
      return text === undefined ? isPart(narrow, wide, work) : wide.pattern?.matches(text) === true;
  }
}

/** The only text, in the folded form, that meets a condition. */
export function onlyText(condition: TableCondition): string | undefined {
  const { mode, form, text, pattern } = condition;
  if (mode === 'exact') return foldedForm(text);
  if (mode === 'prefix') return undefined;
  if (pattern !== undefined) return pattern.whole ? pattern.start : undefined;
  return form;
}

/** What all values that meet a condition begin with, in the folded form. */
export function startOf(condition: TableCondition): string {
  return condition.pattern?.start ?? onlyText(condition) ?? condition.form;
}

/** The values that meet a condition, in the folded form. */
export function automatonOfCondition(condition: TableCondition): AnalysedAutomaton {
  return condition.pattern === undefined
    ? textAutomaton(startOf(condition), condition.mode === 'prefix')
    : analysedAutomaton(condition.pattern.automaton);
}

function isPart(narrow: TableCondition, wide: TableCondition, work: Work): boolean {
  // One value that does not meet it shows most of the time that there is no need to compare the patterns.
  const example = exampleOf(narrow);
  const met = wide.pattern?.matches(example) ?? example.startsWith(wide.form);
  return met && isCovered(automatonOfCondition(narrow), [automatonOfCondition(wide)], work);
}

const examples = new WeakMap<TableCondition, string>();

function exampleOf(condition: TableCondition): string {
  const known = examples.get(condition);
  if (known !== undefined) return known;
  const automaton = automatonOfCondition(condition);
  const example = commonText(automaton, automaton, new Work(exampleWork)) ?? '';
  examples.set(condition, example);
  return example;
}

function isCaseless(text: string): boolean {
  return text.toUpperCase() === text;
}
