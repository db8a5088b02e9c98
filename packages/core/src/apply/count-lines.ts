import type { LineOperation } from '../plan/operation.js';
import type { LineCounts } from './push-result.js';

/** What becomes of the lines of a quote, in numbers. */
export function countLines(lines: readonly LineOperation[]): LineCounts {
  const count = (action: LineOperation['action']): number =>
    lines.filter((line) => line.action === action).length;
  return {
    created: count('create'),
    updated: count('update'),
    removed: count('remove'),
    kept: count('keep'),
    foreign: count('foreign'),
  };
}
