import type { JsonValue } from '../base/json.js';
import type { Conflict } from './plan.js';

/** Questions as plain data of an error (`details.data`). */
export function conflictsData(conflicts: readonly Conflict[]): JsonValue {
  return conflicts.map(({ about, message, next, candidates }) => ({
    about,
    message,
    next,
    candidates: candidates.map(({ id, name }) => ({ id, name })),
  }));
}
