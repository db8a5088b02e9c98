import { movedLines } from '../plan/moved-lines.js';
import type { LineOperation } from '../plan/operation.js';
import type { Reason, Reasons } from '../plan/reason.js';
import type { StandingLine } from './standing-line.js';
import { undoReasons } from './undo-reasons.js';

/**
 * Ours in the order of before; a person's line stays behind the line that it stands behind now.
 *
 * @param lines in the order in which they stand now, those to be written again at the end
 * @param positions where each line stood before, by key
 */
export function inFormerOrder(
  lines: readonly StandingLine[],
  positions: ReadonlyMap<string, number>,
): readonly StandingLine[] {
  const after = new Map<string | undefined, StandingLine[]>();
  let last: string | undefined;
  for (const line of lines) {
    if (line.isForeign === true) after.set(last, [...(after.get(last) ?? []), line]);
    else if (line.now !== undefined) last = line.key;
  }
  const placeOf = (line: StandingLine): number => positions.get(line.key) ?? line.fields.position;
  const ours = lines
    .filter(({ isForeign }) => isForeign !== true)
    .sort((left, right) => placeOf(left) - placeOf(right));
  return [...(after.get(undefined) ?? []), ...ours.flatMap((line) => [line, ...(after.get(line.key) ?? [])])];
}

/** The lines in their order as operations: only what really changes or moves is an update. */
export function placeLines(lines: readonly StandingLine[]): readonly LineOperation[] {
  const moved = movedLines(
    lines.flatMap(({ key, now, isForeign }) =>
      now?.position === undefined || isForeign === true ? [] : [{ key, position: now.position }],
    ),
  );
  return lines.map((line, index) => placeLine(line, index + 1, moved));
}

const addedByPerson: Reason = { from: 'person', text: 'added in the PSA; it is not ours to change' };

function placeLine(
  { key, label, now, fields, kept, isForeign, ...line }: StandingLine,
  position: number,
  moved: ReadonlySet<string>,
): LineOperation {
  if (now === undefined)
    return {
      action: 'create',
      key,
      label,
      wanted: { ...fields, position },
      reasons: { action: undoReasons.lineRemoved },
    };
  const { id } = now;
  if (isForeign === true)
    return { action: 'foreign', key, id, label, reasons: { action: addedByPerson }, foreign: now };
  const place = moved.has(key) && now.position !== undefined ? { position: now.position } : {};
  const before = { ...line.before, ...place };
  const names = Object.keys(before);
  const reasons: Reasons = Object.fromEntries(names.map((field) => [field, undoReasons.stoodBefore]));
  return {
    action: names.length === 0 ? 'keep' : 'update',
    key,
    id,
    label,
    wanted: { ...fields, position },
    reasons,
    ...(kept === undefined ? {} : { kept }),
    ...(names.length === 0 ? {} : { before }),
  };
}
