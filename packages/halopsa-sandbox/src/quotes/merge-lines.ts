import { mergeCustomFields } from '../fields/custom-fields.js';
import { ruleError } from '../http/api-error.js';
import { createRow, isSet, numberIn, rowsIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { completeLine } from './complete-line.js';

/**
 * The lines of a quote after an update: lines with an id change, others are added, and the switch `omittedQuoteLines`
 * decides about those that were not sent.
 * @throws {ApiError} 400 for the id of a line that is not on the quote, or of a product that does not exist
 */
export function mergeLines(
  before: readonly Row[],
  sent: readonly Readonly<Record<string, unknown>>[],
  omitted: 'keep' | 'delete',
  world: World,
): Row[] {
  const remaining = new Map(before.map((line) => [line.id, line]));
  const written = sent.map((entry) => {
    const id = numberIn(entry, 'id');
    const known = remaining.get(id);
    if (id > 0 && !known) throw ruleError(`There is no line with id ${id} on this quotation.`);
    remaining.delete(id);
    return writeLine(known, entry, world);
  });
  const kept = omitted === 'keep' ? [...remaining.values()] : [];
  return inOrder([...kept, ...written]);
}

function writeLine(before: Row | undefined, sent: Readonly<Record<string, unknown>>, world: World): Row {
  const merges = before && world.switches.get('lineReplaceOnUpdate') === 'merge';
  const line = createRow({ ...(merges ? before : {}), ...sent }, before?.id ?? 0);
  const values = rowsIn(sent, 'customfields');
  line['customfields'] = mergeCustomFields('quoteline', merges ? before : undefined, values, world);
  completeLine(line, sent, merges ? before : undefined, world);
  return line;
}

/** Lines without a place of their own go behind the last one. */
function inOrder(lines: Row[]): Row[] {
  let last = Math.max(0, ...lines.map((line) => numberIn(line, 'sort_seq')));
  for (const line of lines) if (typeof line['sort_seq'] !== 'number') line['sort_seq'] = ++last;
  return lines.sort((a, b) => numberIn(a, 'sort_seq') - numberIn(b, 'sort_seq'));
}

/** What `_remove_zero_quantity_lines` asks for. */
export function withoutZeroQuantities(lines: readonly Row[]): Row[] {
  return lines.filter((line) => isSet(line, 'isgroupdesc') || numberIn(line, 'quantity') !== 0);
}
