import type { KeptField } from '../plan/operation.js';
import type { PlanWarning } from '../plan/plan.js';
import type { LeftField } from './restore-fields.js';

/** Fields that an undo leaves, as a plan tells them. */
export function keptFields(left: readonly LeftField[]): readonly KeptField[] {
  return left.map(({ field, was, wrote, now }) => ({
    field,
    ours: was ?? null,
    theirs: now,
    lastWritten: wrote,
    ownership: 'shared',
  }));
}

/** One warning for each field that is left, with the reason. */
export function leftWarnings(about: string, left: readonly LeftField[], before = ''): readonly PlanWarning[] {
  return left.map(({ field, now, why }) => ({
    about,
    message:
      why === 'changed'
        ? `${before}${field} was changed in the PSA since the push and stays as it is there (${shortText(now)}).`
        : `${before}${field} was not filled before the push and cannot be emptied; it stays as it is (${shortText(now)}).`,
  }));
}

function shortText(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
