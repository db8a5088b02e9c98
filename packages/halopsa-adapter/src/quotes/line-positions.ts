import type { QuoteLineWrite } from '@quotebridge/core/plugin';

/**
 * Positions in the order of the list. Lines of ours state theirs; a person's line keeps the one it has as long as that
 * lies between its neighbours, and else takes its place in the list, counted from 1.
 */
export function linePositions(lines: readonly QuoteLineWrite[]): readonly number[] {
  const nextOwn: number[] = [];
  let next = Number.POSITIVE_INFINITY;
  for (const [index, line] of [...lines.entries()].reverse()) {
    nextOwn[index] = next;
    if (line.action !== 'foreign') next = line.fields.position;
  }
  let previous = 0;
  return lines.map((line, index) => {
    if (line.action === 'foreign') {
      const { position } = line.line;
      const fits = position !== undefined && position > previous && position < (nextOwn[index] ?? 0);
      previous = fits ? position : index + 1;
    } else {
      previous = line.fields.position;
    }
    return previous;
  });
}
