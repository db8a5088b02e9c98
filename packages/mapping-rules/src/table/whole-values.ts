import { exactForm, foldedForm } from './compared-form.js';
import type { TableAnswer } from './compiled-table.js';
import type { ReadTable } from './read-table.js';

/** How a table compares that looks at the whole value of one field, always in the same way. */
export function wholeValueForm({ fields, rows }: ReadTable): ((value: string) => string) | undefined {
  // Where a row has two conditions on the field, both must hold.
  const modes = new Set(
    rows.map(({ conditions: [only, more] }) => (more === undefined ? only?.mode : 'two')),
  );
  if (fields.length > 1 || modes.size > 1) return undefined;
  return modes.has('exact') ? exactForm : modes.has('anyCase') ? foldedForm : undefined;
}

/**
 * The answers of such a table: one `Map` access for a value in the spelling of its row, two for another one. Nothing need
 * be remembered, so that ever new values cost no more.
 */
export function wholeValueAnswers(
  { rows }: ReadTable,
  formOf: (value: string) => string,
  answers: readonly TableAnswer[],
  otherwise: TableAnswer,
): (value: string) => TableAnswer {
  const known = new Map<string, TableAnswer>();
  rows.forEach(({ conditions }, place) => {
    const answer = answers[place] ?? otherwise;
    for (const { text, form } of conditions) known.set(form, answer).set(text, answer);
  });
  const askOther = (value: string): TableAnswer => {
    const form = formOf(value);
    return form === value ? otherwise : (known.get(form) ?? otherwise);
  };
  return (value) => known.get(value) ?? askOther(value);
}
