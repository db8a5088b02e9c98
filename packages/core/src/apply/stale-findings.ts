import type { Change } from '../plan/changes-between.js';
import { QuotebridgeError, type InputFault } from '../errors/quotebridge-error.js';

/** At most that many changes are named in one message; the faults of the error have all of them. */
const mostNamed = 5;
const longest = 80;

/** Something that a plan relied on and that is not as it was. */
export interface StaleFinding {
  /** A sentence without its end: `The quote 2001 was changed in the PSA`. */
  readonly what: string;
  /** Where the changes are: `quote 2001`. */
  readonly where: string;
  readonly changes: readonly Change[];
}

/** @throws `plan.stale` with everything that changed, value by value */
export function refuseStale(findings: readonly StaleFinding[]): void {
  if (findings.length === 0) return;
  const text = findings.map(sentence).join(' ');
  const faults = findings.flatMap(({ where, changes }) =>
    changes.length === 0
      ? [{ at: where, expected: 'as when it was planned' }]
      : changes.map((change) => fault(where, change)),
  );
  throw new QuotebridgeError('plan.stale', `The plan is out of date, and nothing was written. ${text}`, {
    faults,
    next: 'Plan again, look at the new plan, and apply that.',
  });
}

function sentence({ what, changes }: StaleFinding): string {
  if (changes.length === 0) return `${what}.`;
  const named = changes.slice(0, mostNamed).map(changeText).join('; ');
  const more = changes.length > mostNamed ? `; and ${changes.length - mostNamed} more` : '';
  return `${what} (${named}${more}).`;
}

/** `price 22.00 → 23.00`. */
function changeText({ at, before, after }: Change): string {
  if (before === undefined) return `${at} is new`;
  if (after === undefined) return `${at} is gone`;
  return `${at} ${valueText(before)} → ${valueText(after)}`;
}

function fault(where: string, { at, before, after }: Change): InputFault {
  return {
    at: `${where}, ${at}`,
    ...(after === undefined ? {} : { value: valueText(after) }),
    expected:
      before === undefined
        ? 'nothing, as when it was planned'
        : `${valueText(before)}, as when it was planned`,
  };
}

/** One line, shortened. */
export function valueText(value: unknown): string {
  const text =
    typeof value === 'string' ? value.replace(/\s*[\r\n]+\s*/g, ' ⏎ ') : JSON.stringify(value ?? '');
  const shown = text === '' || text === '""' ? '(empty)' : text;
  return shown.length > longest ? `${shown.slice(0, longest - 1)}…` : shown;
}
