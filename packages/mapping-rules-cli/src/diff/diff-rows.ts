import { csvText, withoutFormula } from '@quotebridge/command-line/csv';
import type { LineDifference } from './line-difference.js';

const columns = ['Line', 'Column', 'Before', 'After', 'RuleBefore', 'RuleAfter'];

/**
 * All that would change as a table for a spreadsheet: a row for each line and column.
 *
 * @param onDifference is told of each line before its rows are there
 */
export async function* diffRows(
  differences: AsyncIterable<LineDifference>,
  onDifference: (difference: LineDifference) => void,
): AsyncGenerator<string, void, undefined> {
  yield csvText([columns]);
  let rows: (readonly string[])[] = [];
  for await (const difference of differences) {
    onDifference(difference);
    for (const { column, before, after } of difference.differences) {
      const cells = [column, before.value, after.value, before.path ?? '', after.path ?? ''];
      rows.push([String(difference.line), ...cells.map(withoutFormula)]);
    }
    if (rows.length < 1_000) continue;
    yield csvText(rows, 'more');
    rows = [];
  }
  yield csvText(rows, 'more');
}
