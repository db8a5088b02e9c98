import { ownerOf, systemField, usageOf } from '../fields/custom-field-usage.js';
import { fieldTable } from '../fields/field-table.js';
import { recordFields } from '../fields/record-fields.js';
import { equals, whenTrue } from '../listing/row-filter.js';
import { createRow, numberIn, rowsIn, textIn, type Row } from '../tenant/row.js';
import type { Entity } from './entity.js';
import { setupScopes } from './setup-scopes.js';

const option = fieldTable({ integer: 'id lookupid sequence', text: { 0: 'name' }, flag: 'inactive' });

/**
 * Schema `FieldInfo`: the fields of a tenant, system fields and custom ones. `extratype` does not tell the kind of record:
 * captures show 1 for selections of one option and 0 for the rest.
 */
export const customField: Entity = {
  collection: 'customFields',
  route: 'FieldInfo',
  scopes: setupScopes,
  fields: recordFields({
    text: { 64: 'name', 255: 'label labellong summary hint defaultvalue regex' },
    integer:
      'type usage inputtype extratype characterlimit characterlimittype lookup tab_id max_selection rounding seq',
    flag: 'readonly mandatory searchable copytochild onlyshowforagents isencrypted',
    rows: { values: option },
    transient: 'values',
    computed: 'guid custom tab_name',
  }),
  required: ['name', 'usage'],
  defaults: { type: 0, inputtype: 0, readonly: false, mandatory: false },
  filters: {
    typeid: (row, value) => value === '' || usageOf(row) === Number(value),
    extratype: equals('extratype'),
    fieldtype: (row, value) => value === '' || numberIn(row, 'type') === Number(value),
    inputtype: equals('inputtype'),
    iscustomfieldsetup: whenTrue((row) => ownerOf(row) !== systemField),
  },
  derived: {
    label: labelOf,
    labellong: labelOf,
    summary: (row) => textIn(row, 'summary'),
    type: (row) => numberIn(row, 'type'),
    inputtype: (row) => numberIn(row, 'inputtype'),
    custom: (row) => (ownerOf(row) === systemField ? 0 : 1),
    usage: usageOf,
    extratype: (row) => numberIn(row, 'extratype'),
    characterlimit: (row) => numberIn(row, 'characterlimit'),
    characterlimittype: () => 0,
    readonly: (row) => row['readonly'] === true,
    mandatory: (row) => row['mandatory'] === true,
    values: (row) =>
      rowsIn(row, 'options').map(({ id, name }, index) =>
        createRow({ lookupid: 0, id, name, sequence: index + 1, inactive: false }),
      ),
  },
  details: ['values'],
  detailParameters: { includevalues: ['values'], getlookupvalues: ['values'] },
  prepare: ({ row, sent }) => {
    const name = textIn(row, 'name');
    if (name !== '' && !/^CF/.test(name)) row['name'] = `CF${name}`;
    const values = rowsIn(sent.request, 'values');
    if (values.length > 0) {
      row['options'] = values.map((value, index) =>
        createRow({ id: value.id > 0 ? value.id : index + 1, name: textIn(value, 'name') }),
      );
    }
  },
  show: (shown) => {
    for (const column of ['entity', 'options']) Reflect.deleteProperty(shown, column);
  },
};

function labelOf(row: Row): string {
  return textIn(row, 'label') || textIn(row, 'name');
}
