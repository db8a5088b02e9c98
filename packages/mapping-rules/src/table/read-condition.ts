import { compilePattern } from '../pattern/compile-pattern.js';
import { makeProblem, within } from '../problem/make-problem.js';
import type { Problem } from '../problem/problem.js';
import { exactForm, foldedForm } from './compared-form.js';
import { shown } from '../problem/shown.js';
import type { TableCondition } from './table-condition.js';
import type { Condition, MatchMode } from './table.js';

/** A condition as written: a text compares by `match`, an object by the mode that it names. */
export function readCondition(
  field: number,
  written: Condition,
  match: MatchMode,
  path: string,
  row: number,
): TableCondition | readonly Problem[] {
  if (typeof written === 'string') return conditionOf(field, match, written, path, row);
  const [[mode, text] = ['empty', true]] = Object.entries(written);
  return mode === 'empty'
    ? { field, mode, text: '', form: '' }
    : conditionOf(field, mode as MatchMode, text as string, `${path}/${mode}`, row);
}

function conditionOf(
  field: number,
  mode: MatchMode,
  text: string,
  path: string,
  row: number,
): TableCondition | readonly Problem[] {
  if (text.trim() === '') {
    const expected = 'a text to compare with, or “empty: true”';
    return [makeProblem('table.emptyKey', path, `Row ${row + 1} has an empty condition.`, expected)];
  }
  if (mode !== 'pattern') {
    return { field, mode, text, form: mode === 'exact' ? exactForm(text) : foldedForm(text) };
  }
  const pattern = compilePattern(text);
  if (pattern.ok) {
    return { field, mode, text, form: text.normalize('NFC').trim(), pattern: pattern.rule, path };
  }
  return pattern.problems.map((problem) => ({
    ...within(path, problem),
    message: `Row ${row + 1}, pattern ${shown(text)}: ${problem.message}`,
  }));
}
