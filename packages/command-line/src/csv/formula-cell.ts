/** What a spreadsheet takes for a formula, and what this file makes of it; a plain number is none. */
const formula = /^'*[=+\-@\t\r]/;
const number = /^[+-]?(\d[\d.,]*|[.,]\d+)%?$/;
const guarded = /^''*[=+\-@\t\r]/;

/**
 * A cell that a spreadsheet shows and never runs: texts of documents and of the PSA come from others, and one such as
 * `=HYPERLINK(…)` would otherwise act in the name of whoever opens the file.
 */
export function withoutFormula(text: string): string {
  return formula.test(text) && !number.test(text) ? `'${text}` : text;
}

/** The text that `withoutFormula` was given; a cell that it never makes, such as `'+4930123456`, is as it is. */
export function withFormula(cell: string): string {
  const text = cell.slice(1);
  return guarded.test(cell) && withoutFormula(text) === cell ? text : cell;
}
