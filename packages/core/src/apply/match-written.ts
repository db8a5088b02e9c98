import type { StoredQuoteLine } from '../contract/records.js';
import { matchLines, type MatchedLines } from '../plan/match-lines.js';
import type { LineOperation } from '../plan/operation.js';
import { sameLine } from './same-line.js';

/**
 * Which of the PSA's lines is which of ours, right after a write. Lines that people added are known from the plan, so a
 * new line of ours is recognised by what it says even in a PSA whose lines carry no key.
 */
export function matchWritten(
  lines: readonly LineOperation[],
  stored: readonly StoredQuoteLine[],
): MatchedLines {
  const ours = new Map(
    lines.flatMap((line) => (line.wanted === undefined ? [] : [[line.key, line.wanted] as const])),
  );
  const ids = new Map(
    lines.flatMap((line) =>
      line.id === undefined || line.wanted === undefined ? [] : [[line.key, line.id] as const],
    ),
  );
  const foreign = new Set(
    lines.flatMap((line) => (line.action === 'foreign' && line.id !== undefined ? [line.id] : [])),
  );
  return matchLines([...ours.keys()], stored, ids, (key, line) => sameLine(ours.get(key), line), foreign);
}
