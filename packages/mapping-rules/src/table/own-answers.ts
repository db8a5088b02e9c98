import type { MacroScope } from '../macro/macro-scope.js';
import type { TableAnswer } from './compiled-table.js';
import { Question } from './question.js';
import { remembered, RememberedAnswers } from './remembered-answers.js';
import { RowIndex } from './row-index.js';
import type { ReadTable } from './read-table.js';
import { fieldReader } from './table-field.js';
import { wholeValueAnswers, wholeValueForm } from './whole-values.js';

const longestRemembered = 256;

/** What a table's own rows say. */
export interface OwnAnswers {
  /** @returns the answer of a row, or `otherwise` */
  readonly ask: (scope: MacroScope, key?: string) => TableAnswer;
  readonly askKey: (key: string) => TableAnswer;
  /** Values of the fields, in their order. */
  readonly valuesOf: (scope: MacroScope, key?: string) => readonly string[];
}

export function ownAnswers(table: ReadTable, otherwise: TableAnswer): OwnAnswers {
  const { key: keyField, fields, rows } = table;
  const answers = rows.map(({ row, value }): TableAnswer => Object.freeze({ matched: 'row', value, row }));
  const readers = fields.map(fieldReader);
  const keyPlace = fields.findIndex(({ text }) => text === keyField.text);
  const capacity = rows.length + remembered;
  const valuesOf = (scope: MacroScope, key?: string) =>
    readers.map((read, place) => (place === keyPlace && key !== undefined ? key : read(scope)));

  const [read] = readers;
  if (read === undefined) return { ask: () => otherwise, askKey: () => otherwise, valuesOf };
  if (readers.length === 1) {
    const formOf = wholeValueForm(table);
    const askValue =
      formOf === undefined
        ? oneField(finder(rows, answers, otherwise), capacity)
        : wholeValueAnswers(table, formOf, answers, otherwise);
    if (keyPlace < 0) {
      const ofField = (scope: MacroScope) => [read(scope)];
      return { ask: (scope) => askValue(read(scope)), askKey: () => askValue(''), valuesOf: ofField };
    }
    return {
      ask: (scope, key) => askValue(key ?? read(scope)),
      askKey: askValue,
      valuesOf: (scope, key) => [key ?? read(scope)],
    };
  }
  const find = finder(rows, answers, otherwise);
  const seen = new RememberedAnswers<TableAnswer>(capacity);
  const ask = (values: readonly string[]) => {
    const known = seen.get(values);
    if (known !== undefined) return known;
    const answer = find(values);
    seen.set(values, answer);
    return answer;
  };
  return {
    ask: (scope, key) => ask(valuesOf(scope, key)),
    askKey: (key) => ask(fields.map((_, place) => (place === keyPlace ? key : ''))),
    valuesOf,
  };
}

/** Finds the first row that matches. */
function finder(
  rows: ReadTable['rows'],
  answers: readonly TableAnswer[],
  otherwise: TableAnswer,
): (values: readonly string[]) => TableAnswer {
  const index = new RowIndex<TableAnswer>();
  rows.forEach(({ row, conditions }, place) => {
    index.add(row, conditions, answers[place] ?? otherwise);
  });
  return (values) => index.first(new Question(values)) ?? otherwise;
}

function oneField(
  find: (values: readonly string[]) => TableAnswer,
  capacity: number,
): (value: string) => TableAnswer {
  let seen = new Map<string, TableAnswer>();
  const ask = (value: string) => {
    const answer = find([value]);
    if (value.length <= longestRemembered) {
      if (seen.size >= capacity) seen = new Map();
      seen.set(value, answer);
    }
    return answer;
  };
  return (value) => seen.get(value) ?? ask(value);
}
