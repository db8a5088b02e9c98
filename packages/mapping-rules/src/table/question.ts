import { exactForm, foldedForm } from './compared-form.js';
import type { Asked, IndexPart } from './row-index.js';
import type { TableCondition } from './table-condition.js';

/** Values of a table's fields, in the forms that conditions compare with; made when first needed. */
export class Question implements Asked {
  readonly values: readonly string[];
  readonly #exact: (string | undefined)[] = [];
  readonly #folded: (string | undefined)[] = [];

  constructor(values: readonly string[]) {
    this.values = values;
  }

  exact(field: number): string {
    return (this.#exact[field] ??= exactForm(this.values[field] ?? ''));
  }

  folded(field: number): string {
    return (this.#folded[field] ??= foldedForm(this.values[field] ?? ''));
  }

  textOf({ field, form, length }: IndexPart): string | undefined {
    const whole = form === 'exact' ? this.exact(field) : this.folded(field);
    if (length === Infinity) return whole;
    return whole.length < length ? undefined : whole.slice(0, length);
  }

  meets({ field, mode, form, pattern }: TableCondition): boolean {
    switch (mode) {
      case 'exact':
        return this.exact(field) === form;
      case 'prefix':
        return this.folded(field).startsWith(form);
      case 'pattern':
        return pattern?.matches(this.folded(field)) === true;
      default:
        return this.folded(field) === form;
    }
  }
}
