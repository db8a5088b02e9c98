import { createRow, numberIn, rowsIn, type Row } from '../tenant/row.js';
import { fieldTable } from './field-table.js';

/** A link to a record in another product, as the schema `ExternalLink_List` names its fields. */
export const externalLink = fieldTable({
  integer: 'id table_id module_id halo_id halo_second_id details_id',
  text: {
    0: 'integration_name third_party_id third_party_desc third_party_type third_party_url third_party_status third_party_secondary_id third_party_additional_id extra_match_field',
  },
  flag: 'primary',
});

/** Puts `new_external_link` of a request behind the links a record has. */
export function addExternalLink(row: Row, sent: unknown, created: string): void {
  if (typeof sent !== 'object' || sent === null) return;
  const links = rowsIn(row, 'external_links');
  const id = Math.max(0, ...links.map((link) => numberIn(link, 'id'))) + 1;
  row['external_links'] = [...links, createRow({ ...sent, halo_id: row.id, date_created: created }, id)];
}
