import type { Operation } from '../plan/operation.js';
import type { PlanWarning } from '../plan/plan.js';

/** What is to be done about one or more records, and what is not. */
export interface UndoDraft {
  readonly operations: readonly Operation[];
  readonly warnings: readonly PlanWarning[];
}

export const nothingToUndo: UndoDraft = { operations: [], warnings: [] };

/** Nothing is done about a record, and that is why. */
export function leftAlone(about: string, message: string): UndoDraft {
  return { operations: [], warnings: [{ about, message }] };
}

export function joinDrafts(...drafts: readonly UndoDraft[]): UndoDraft {
  return {
    operations: drafts.flatMap(({ operations }) => operations),
    warnings: drafts.flatMap(({ warnings }) => warnings),
  };
}
