import type { Marker, WriteAnswer } from '../contract/marker.js';
import type { QuoteLineWrite } from '../contract/quote-port.js';
import type { StoredQuote, StoredQuoteLine } from '../contract/records.js';
import type { LineOperation } from '../plan/operation.js';
import { callOptions } from '../plan/plan-context.js';
import type { ApplyContext } from './apply-context.js';
import { matchWritten } from './match-written.js';
import { updateSurely } from './update-surely.js';
import { quotesOf } from './write-quote.js';

/** Two machines that take out doubles at the same time may need a second look. */
const mostRounds = 3;

/**
 * The quote once no line of ours stands in it twice: two machines that added the same line in the same instant both see the
 * two afterwards, and both keep the first.
 *
 * @param read reads the quote again
 */
export async function withoutDoubles(
  context: ApplyContext,
  stored: StoredQuote,
  lines: readonly LineOperation[],
  marker: Marker,
  read: (answer: WriteAnswer<StoredQuote>) => Promise<StoredQuote>,
): Promise<StoredQuote> {
  let now = stored;
  for (let round = 1; round <= mostRounds; round += 1) {
    const writes = writesWithoutDoubles(lines, now.lines ?? []);
    if (writes === undefined) return now;
    context.report('Another machine has added the same lines; taking the second ones out again');
    const answer = await updateSurely(context, () =>
      quotesOf(context).update(now.id, {}, writes, marker, callOptions(context)),
    );
    now = await read(answer);
  }
  return now;
}

/** Every line as it stands but for the doubles; undefined when there are none. */
function writesWithoutDoubles(
  lines: readonly LineOperation[],
  stored: readonly StoredQuoteLine[],
): readonly QuoteLineWrite[] | undefined {
  const { ours, gone } = matchWritten(lines, stored);
  const doubles = new Set(gone.filter(({ key }) => key !== undefined && ours.has(key)).map(({ id }) => id));
  if (doubles.size === 0) return undefined;
  const wanted = new Map(lines.map((line) => [line.key, line.wanted]));
  const keys = new Map([...ours].map(([key, { id }]) => [id, key]));
  return stored.flatMap((line): readonly QuoteLineWrite[] => {
    if (doubles.has(line.id)) return [];
    const key = keys.get(line.id) ?? '';
    const fields = wanted.get(key);
    return fields === undefined
      ? [{ action: 'foreign', id: line.id, line }]
      : [{ action: 'keep', id: line.id, key, fields }];
  });
}
