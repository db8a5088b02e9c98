import type { QuoteLineWrite } from '../contract/quote-port.js';
import type { RecordId, StoredQuote, StoredQuoteLine } from '../contract/records.js';
import { matchLines } from '../plan/match-lines.js';
import type { LineOperation } from '../plan/operation.js';
import { itemNumberKey } from '../state/item-number-key.js';
import { matchWritten } from './match-written.js';
import { sameLine } from './same-line.js';

/** The complete list of lines for a write. */
export function lineWrites(lines: readonly LineOperation[]): readonly QuoteLineWrite[] {
  return lines.flatMap((line): readonly QuoteLineWrite[] => {
    const { action, key, id, wanted, foreign } = line;
    if (action === 'remove') return [];
    if (action === 'foreign')
      return id === undefined || foreign === undefined ? [] : [{ action, id, line: foreign }];
    if (wanted === undefined) return [];
    if (action === 'create' || id === undefined) return [{ action: 'create', key, fields: wanted }];
    return [{ action, id, key, fields: wanted }];
  });
}

/** Lines whose creation has arrived already become updates of what is there. */
export function withArrivedLines(
  lines: readonly LineOperation[],
  stored: readonly StoredQuoteLine[],
): readonly LineOperation[] {
  const creates = new Map(
    lines.flatMap((line) => (line.action === 'create' ? [[line.key, line.wanted] as const] : [])),
  );
  const known = new Set(lines.map((line) => line.id));
  const fresh = stored.filter((line) => !known.has(line.id));
  const { ours } = matchLines([...creates.keys()], fresh, new Map(), (key, line) =>
    sameLine(creates.get(key), line),
  );
  return lines.map((line) => {
    const arrived = line.action === 'create' ? ours.get(line.key) : undefined;
    return arrived === undefined ? line : { ...line, action: 'update', id: arrived.id };
  });
}

/** Whether a quote that another machine wrote has each of our lines once, and no other of ours. */
export function holdsEveryLine({ lines = [] }: StoredQuote, wanted: readonly LineOperation[]): boolean {
  const { ours, gone } = matchWritten(wanted, lines);
  return gone.length === 0 && wanted.every((line) => line.wanted === undefined || ours.has(line.key));
}

/**
 * Lines of a new quote, to be written into one that another machine has created: what is there is updated, what people
 * have added since stays.
 */
export function linesOnTopOf(
  lines: readonly LineOperation[],
  stored: readonly StoredQuoteLine[],
): readonly LineOperation[] {
  const arrived = withArrivedLines(lines, stored);
  const { foreign } = matchWritten(arrived, stored);
  return [
    ...arrived,
    ...foreign.map(({ line }): LineOperation => ({
      action: 'foreign',
      key: line.id,
      id: line.id,
      label: line.name ?? line.id,
      reasons: {},
      foreign: line,
    })),
  ];
}

/** The line with the product that was created for it a moment ago. */
export function withItem(line: LineOperation, created: ReadonlyMap<string, RecordId>): LineOperation {
  if (line.createsItem === undefined || line.wanted === undefined) return line;
  const itemId = created.get(itemNumberKey(line.createsItem));
  return itemId === undefined ? line : { ...line, wanted: { ...line.wanted, itemId } };
}
