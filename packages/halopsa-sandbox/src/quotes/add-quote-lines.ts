import { fieldTable } from '../fields/field-table.js';
import { ruleError } from '../http/api-error.js';
import { createRow, numberIn, rowsIn } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { answer, bindAll } from '../writing/upsert.js';
import { mergeLines } from './merge-lines.js';
import { quoteLineFields } from './quote-line-fields.js';
import { showLine } from './show-line.js';

const fields = new Map([...quoteLineFields, ...fieldTable({ integer: 'qhid' })]);

/**
 * `POST /Quotation/Lines`: adds or changes lines of the quotes named by `qhid` and leaves the other lines alone.
 * @throws {ApiError} 400 for a line of an unknown quote
 */
export function addQuoteLines(body: unknown, world: World): unknown {
  const sent = bindAll({ fields }, body, world).map(({ stored, request }) => {
    const quote = world.tenant.find('quotes', stored['qhid']);
    if (!quote) throw ruleError(`There is no quotation with id ${numberIn(stored, 'qhid')}.`);
    return { quote, line: Object.assign(stored, request) };
  });
  const shown = sent.map(({ quote, line }) => {
    const known = new Set(rowsIn(quote, 'lines').map(({ id }) => id));
    const merged = mergeLines(rowsIn(quote, 'lines'), [line], 'keep', world);
    quote['lines'] = merged.map((one) =>
      one.id > 0 ? one : createRow({ ...one }, world.tenant.nextLineId()),
    );
    const written = rowsIn(quote, 'lines').find(({ id }) => id === line['id'] || !known.has(id));
    return showLine(written ?? createRow(line, 0), quote, world);
  });
  return answer(shown, world);
}
