import type { RecordId, StoredQuoteLine } from '../contract/records.js';
import { matchLines } from '../plan/match-lines.js';
import { movedLines } from '../plan/moved-lines.js';
import type { RememberedLine } from '../plan/plan-lines.js';
import type { FieldOwnership } from '../plan/ownership.js';
import { storedNet } from '../plan/stored-money.js';
import type { PushPolicy } from '../settings/push-policy.js';
import { compareFields } from './compare-fields.js';
import type { DriftMoney, FieldDrift, LineDrift } from './drift.js';

export interface CompareLinesInput {
  /** As they were sent, by key. */
  readonly sent: ReadonlyMap<string, RememberedLine>;
  /** Undefined: the quote is gone. */
  readonly stored: readonly StoredQuoteLine[] | undefined;
  readonly ownership: FieldOwnership;
  readonly foreignLines: PushPolicy['quote']['foreignLines'];
}

/** The lines of a quote now, compared with what was sent. */
export function compareLines(input: CompareLinesInput): {
  readonly lines: readonly LineDrift[];
  readonly money: DriftMoney;
} {
  const { stored, ownership, foreignLines } = input;
  const sent = [...input.sent]
    .map(([key, line]) => ({ key, ...line }))
    .sort((left, right) => placeOf(left) - placeOf(right));
  const sentNet = storedNet(sent.map(({ image, key }) => ({ ...(image.wanted as object), id: key })));
  if (stored === undefined) return { lines: [], money: { sent: sentNet, now: {}, foreign: {} } };

  const ids = new Map<string, RecordId>(sent.map(({ key, recordId }) => [key, recordId]));
  // Nobody's line is taken for ours because it says the same: what was sent is known.
  const { ours, gone, foreign } = matchLines([...ids.keys()], stored, ids, () => false);
  const moved = movedLines(
    sent.flatMap(({ key }) => {
      const position = ours.get(key)?.position;
      return position === undefined ? [] : [{ key, position }];
    }),
  );
  const known = sent.flatMap((line): readonly (LineDrift & { readonly at: number })[] => {
    const { key, image } = line;
    const label = typeof image.wanted['name'] === 'string' ? image.wanted['name'] : key;
    const now = ours.get(key);
    if (now === undefined)
      return [{ key, label, state: 'removed', fields: [], nextPush: 'createdAgain', at: placeOf(line) }];
    const fields = compareFields(image, now, ownership);
    if (fields.length === 0 && !moved.has(key)) return [];
    const state = fields.length > 0 ? 'changed' : 'moved';
    return [{ key, id: now.id, label, state, fields, nextPush: nextPush(fields), at: now.position ?? 0 }];
  });
  const added = [...gone, ...foreign.map(({ line }) => line)];
  const others = added.map((line) => ({
    key: line.key ?? line.id,
    id: line.id,
    label: line.name ?? line.id,
    state: 'added' as const,
    fields: [],
    // A line under a key of ours that was not sent from here is none of a person's.
    nextPush: line.key !== undefined || foreignLines === 'remove' ? ('removed' as const) : ('left' as const),
    at: line.position ?? 0,
  }));
  return {
    lines: [...known, ...others].sort((left, right) => left.at - right.at).map(({ at: _, ...line }) => line),
    money: { sent: sentNet, now: storedNet([...ours.values()]), foreign: storedNet(added) },
  };
}

function placeOf({ image }: RememberedLine): number {
  return Number(image.wanted['position'] ?? 0);
}

/** One field that is put back is enough to say so; the order of lines is the document's. */
function nextPush(fields: readonly FieldDrift[]): LineDrift['nextPush'] {
  return fields.length === 0 || fields.some((field) => field.nextPush === 'putBack') ? 'putBack' : 'left';
}
