import type { Work } from '../pattern/work.js';
import { implies, onlyText, startOf } from './implied-condition.js';
import type { Asked, IndexPart } from './row-index.js';
import type { TableCondition } from './table-condition.js';

/** Asks an index with all that is known of the values that match a row: what matches then matches for all of them. */
export class RowAsQuestion implements Asked {
  readonly #conditions: readonly TableCondition[];
  readonly #work: Work;

  constructor(conditions: readonly TableCondition[], work: Work) {
    this.#conditions = conditions;
    this.#work = work;
  }

  textOf({ field, form, length }: IndexPart): string | undefined {
    for (const condition of this.#conditions) {
      if (condition.field !== field) continue;
      const text = form === 'exact' ? exactText(condition) : onlyText(condition);
      if (length === Infinity && text !== undefined) return text;
      const start = startOf(condition);
      if (length !== Infinity && start.length >= length) return start.slice(0, length);
    }
    return undefined;
  }

  meets(condition: TableCondition): boolean {
    if (!this.#work.take()) return false;
    return this.#conditions.some(
      (own) => own.field === condition.field && implies(own, condition, this.#work),
    );
  }
}

/** The only text as it is compared exactly, when there is no other spelling. */
function exactText(condition: TableCondition): string | undefined {
  if (condition.mode === 'exact') return condition.form;
  const text = onlyText(condition);
  return text?.toUpperCase() === text ? text : undefined;
}
