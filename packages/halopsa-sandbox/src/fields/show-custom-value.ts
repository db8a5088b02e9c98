import { numberIn, rowsIn, textIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { fieldType, textInput } from './custom-field-type.js';
import { optionIds } from './read-custom-value.js';

const numeric: ReadonlySet<number> = new Set([textInput.integer, textInput.money, textInput.decimal]);

/** The value of a custom field in the form the switch `customFieldValueShape` asks for. */
export function shownValue(field: Row, value: unknown, world: World): unknown {
  const shape = world.switches.get('customFieldValueShape');
  if (value === null || value === undefined) return null;
  if (shape === 'asSent') return value;
  const type = numberIn(field, 'type');
  const isNumber = type === fieldType.text && numeric.has(numberIn(field, 'inputtype'));
  if (type === fieldType.multiSelect) {
    const ids = optionIds(value);
    return shape === 'text' ? ids.join(',') : ids.map((id) => ({ id, name: optionName(field, id) }));
  }
  if (shape === 'text') return scalar(value);
  if (type === fieldType.checkbox) return isTrue(value);
  return isNumber || type === fieldType.select ? Number(value) : value;
}

/** What people read: the names of options, Yes and No, and of a date the day alone, month first. */
export function displayOf(field: Row, value: unknown): string {
  if (value === null || value === undefined) return '';
  switch (numberIn(field, 'type')) {
    case fieldType.select:
    case fieldType.multiSelect:
      return optionIds(value)
        .map((id) => optionName(field, id))
        .join(', ');
    case fieldType.checkbox:
      return isTrue(value) ? 'Yes' : 'No';
    case fieldType.date:
      return scalar(value).replace(/^(\d{4})-(\d{2})-(\d{2}).*$/, '$2/$3/$1');
    default:
      return scalar(value);
  }
}

function optionName(field: Row, id: number): string {
  return textIn(rowsIn(field, 'options').find((option) => option.id === id) ?? {}, 'name');
}

function isTrue(value: unknown): boolean {
  return /^(true|1)$/i.test(scalar(value));
}

function scalar(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
