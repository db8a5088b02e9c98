import { ruleError } from '../http/api-error.js';
import { numberIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';

/** Number of the lookup table that holds why opportunities are won or lost. */
export const closureCategories = 57;

/** @throws {ApiError} 400 for a category that is not in the lookup table */
export function checkClosureCategory(row: Row, world: World): void {
  const id = numberIn(row, 'oppclosurecategory');
  const known = world.tenant.lookups.some(
    (entry) => entry['lookupid'] === closureCategories && entry.id === id,
  );
  if (id > 0 && !known) throw ruleError(`There is no record with oppclosurecategory ${id}.`);
}
