import { shown } from '../problem/shown.js';
import type { TableCondition } from './table-condition.js';
import type { TableField } from './table-field.js';

/** As people write it: `Manufacturer begins with “HP”`. */
export function describeCondition(condition: TableCondition, fields: readonly TableField[]): string {
  const name = fields[condition.field]?.text ?? '';
  switch (condition.mode) {
    case 'empty':
      return `${name} is empty`;
    case 'exact':
      return `${name} is exactly ${shown(condition.text.trim())}`;
    case 'anyCase':
      return `${name} is ${shown(condition.text.trim())}`;
    case 'prefix':
      return `${name} begins with ${shown(condition.text.trim())}`;
    case 'pattern':
      return `${name} has the pattern ${shown(condition.text.trim())}`;
  }
}
