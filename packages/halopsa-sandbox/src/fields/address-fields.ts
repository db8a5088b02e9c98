import { fieldTable } from './field-table.js';

/** Schema `AddressStore`. Its lines are free text; country and region live on the site. */
export const addressFields = fieldTable({
  integer: 'id type site_id user_id',
  number: 'lat long',
  flag: 'primary inactive',
  text: { 255: 'description line1 line2 line3 line4', 50: 'postcode', 0: 'note' },
});
