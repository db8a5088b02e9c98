import type { Alternative, AppliedFilter, Expression, ValueSource } from './expression.js';
import type { MacroCursor } from './macro-cursor.js';
import { readFilter } from './read-filter.js';
import { readValueName } from './read-value-name.js';

/** Deepest nesting of parentheses. */
const deepest = 50;

/**
 * Reads what stands in `&{…}` or in parentheses, the closing sign included. Undefined: it cannot be read any further, which
 * has been told.
 */
export function readExpression(
  cursor: MacroCursor,
  closing: '}' | ')',
  opened: number,
  depth: number,
): Expression | undefined {
  const alternatives: Alternative[] = [];
  do {
    const alternative = readAlternative(cursor, depth);
    if (alternative === undefined) return undefined;
    alternatives.push(alternative);
  } while (cursor.take('??'));
  if (cursor.take(closing)) return { alternatives };
  if (cursor.position < cursor.text.length) cursor.expected(`??, |filter or ${closing}`);
  else cursor.context.add('macro.notClosed', opened, `The ${closing} is missing.`, closing);
  return undefined;
}

function readAlternative(cursor: MacroCursor, depth: number): Alternative | undefined {
  cursor.skipSpace();
  const start = cursor.position;
  const source = readSource(cursor, depth);
  if (source === undefined) return undefined;
  const filters: AppliedFilter[] = [];
  let end = cursor.position;
  while (cursor.take('|')) {
    const filter = readFilter(cursor);
    if (filter === undefined) return undefined;
    filters.push(filter);
    end = cursor.position;
  }
  return { text: cursor.text.slice(start, end).trim(), source, filters };
}

function readSource(cursor: MacroCursor, depth: number): ValueSource | undefined {
  const { position } = cursor;
  const text = cursor.takeQuoted();
  if (text === false) return undefined;
  if (text !== undefined) return { kind: 'text', text: text.trim() };
  if (!cursor.take('(')) return readValueName(cursor);
  if (depth >= deepest) {
    cursor.context.add('macro.tooLong', position, 'Parentheses are nested too deep.', `${deepest} at most`);
    return undefined;
  }
  const expression = readExpression(cursor, ')', position, depth + 1);
  return expression && { kind: 'group', expression };
}
