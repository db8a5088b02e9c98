import { customFieldValue } from './custom-fields.js';
import { externalLink } from './external-links.js';
import { fieldTable, type FieldList, type FieldTable } from './field-table.js';

/** The fields of a top-level record: its own, and those every kind of record takes. */
export function recordFields(list: FieldList): FieldTable {
  return fieldTable({
    ...list,
    integer: `id ${list.integer ?? ''}`,
    rows: { customfields: customFieldValue, ...list.rows },
    record: { new_external_link: externalLink, ...list.record },
    transient: `customfields new_external_link ${list.transient ?? ''}`,
    computed: `external_links use ${list.computed ?? ''}`,
  });
}
