import { QuotebridgeError, type QuoteLineWrite } from '@quotebridge/core/plugin';
import { fieldProfile } from '../profile/field-profile.js';
import { isHaloRecord, type HaloRecord } from '../record/halo-record.js';
import { readFlag, readWholeNumber } from '../record/read-values.js';
import { readLineKey } from './line-key.js';

const { group: field, isHeading } = fieldProfile.line;

/** Group id of lines outside groups. */
export const noGroup = 0;

/**
 * Gives every heading of the list a group id: 1, 2, 3 … in order, leaving out the ids of groups that people made. All
 * lines are written together, so the ids may differ from one write to the next without anything coming apart.
 */
export function allocateGroups(lines: readonly QuoteLineWrite[]): ReadonlyMap<string, number> {
  const keys = lines.flatMap((line) =>
    line.action !== 'foreign' && line.fields.kind === 'heading' ? [line.key] : [],
  );
  const taken = new Set(
    lines.map((line) => {
      const inOurs = line.action === 'foreign' && keys.includes(line.line.groupKey ?? '');
      return line.action === 'foreign' && !inOurs ? foreignGroup(line.line.opaque) : noGroup;
    }),
  );
  const groups = new Map<string, number>();
  let next = 1;
  for (const key of keys) {
    while (taken.has(next)) next += 1;
    groups.set(key, next);
    next += 1;
  }
  return groups;
}

/** @throws `remote.rejected` for a member whose heading is not in the list. */
export function groupOf(groupKey: string | null, groups: ReadonlyMap<string, number>): number {
  if (groupKey === null) return noGroup;
  const group = groups.get(groupKey);
  if (group !== undefined) return group;
  throw new QuotebridgeError(
    'remote.rejected',
    `A quote line belongs to the heading ${groupKey}, which is not among the lines.`,
    {
      faults: [{ at: field, value: groupKey, expected: 'the key of a heading of the same quote' }],
      next: 'Report this.',
      arrived: 'no',
    },
  );
}

/** For each group id that a heading opens: the heading's key, or undefined when a person made the heading. */
export function readHeadings(lines: readonly HaloRecord[]): ReadonlyMap<number, string | undefined> {
  const headings = new Map<number, string | undefined>();
  for (const line of lines) {
    const group = readWholeNumber(line, field);
    if (
      readFlag(line, isHeading) === true &&
      group !== undefined &&
      group > noGroup &&
      !headings.has(group)
    ) {
      headings.set(group, readLineKey(line));
    }
  }
  return headings;
}

/** Key of the line's heading, null outside groups; undefined when the line does not say or its heading is not ours. */
export function readGroupKey(
  line: HaloRecord,
  headings: ReadonlyMap<number, string | undefined>,
): string | null | undefined {
  if (readFlag(line, isHeading) === true || line[field] === null) return null;
  const group = readWholeNumber(line, field);
  if (group === undefined) return undefined;
  return headings.has(group) ? headings.get(group) : null;
}

function foreignGroup(opaque: unknown): number {
  return isHaloRecord(opaque) ? (readWholeNumber(opaque, field) ?? noGroup) : noGroup;
}
