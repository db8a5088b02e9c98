import type { CollectionName } from '../tenant/collection-name.js';
import { textIn } from '../tenant/row.js';
import type { DerivedColumn } from './entity.js';

/** Shows the name of the record another column points to, empty when it points nowhere. */
export function nameOf(collection: CollectionName, column: string): DerivedColumn {
  return (row, world) => {
    const found = world.tenant.find(collection, row[column]);
    return found ? textIn(found, 'name') : '';
  };
}
