import type { QuoteLineFields, StoredQuoteLine } from '../contract/records.js';
import type { LineOperation } from '../plan/operation.js';
import type { PlanWarning } from '../plan/plan.js';
import type { BeforeLine } from '../state/before-image-store.js';
import type { Binding } from '../state/state-store.js';
import { withoutPlace } from './changed-line.js';
import { keptFields, leftWarnings } from './left-fields.js';
import { lineFields } from './line-fields.js';
import { restoreFields } from './restore-fields.js';

/** A line as it is to stand after an undo, its position aside. */
export interface StandingLine {
  readonly key: string;
  readonly label: string;
  /** Undefined: it has to be written again. */
  readonly now?: StoredQuoteLine;
  readonly fields: QuoteLineFields;
  /** Of the fields that change: how they stand now. */
  readonly before?: Partial<QuoteLineFields>;
  readonly kept?: LineOperation['kept'];
  /** A person added it. */
  readonly isForeign?: true;
}

export function foreignLine(line: StoredQuoteLine): StandingLine {
  const label = line.name ?? line.id;
  return { key: line.id, label, now: line, fields: lineFields(line, undefined), isForeign: true };
}

/** One of ours that the push left as it was, or that stays although the push added it. */
export function keptLine(line: StoredQuoteLine, key: string, binding: Binding | undefined): StandingLine {
  return { key, label: line.name ?? key, now: line, fields: lineFields(line, binding) };
}

/** One that the push changed: what still is as it was written becomes again what it was. */
export function restoredLine(
  line: StoredQuoteLine,
  change: BeforeLine,
  binding: Binding | undefined,
  warnings: PlanWarning[],
): StandingLine {
  const { key, label } = change;
  const { wanted, before, left } = restoreFields({ ...change, wrote: withoutPlace(change) }, line);
  warnings.push(...leftWarnings(`quote line ${key}`, left, `Line “${label}”: `));
  const fields = lineFields(line, binding);
  const { linked, ...others } = wanted as Partial<QuoteLineFields>;
  const links = linked === undefined ? {} : { linked: { ...fields.linked, ...linked } };
  return {
    key,
    label,
    now: line,
    fields: { ...fields, ...others, ...links },
    before,
    ...(left.length === 0 ? {} : { kept: keptFields(left) }),
  };
}

/** One that the push removed. */
export function lineAgain(
  { key, label }: BeforeLine,
  removed: StoredQuoteLine,
  binding: Binding | undefined,
): StandingLine {
  return { key, label, fields: lineFields(removed, binding) };
}
