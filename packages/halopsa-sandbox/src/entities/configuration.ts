import { recordFields } from '../fields/record-fields.js';
import { activeOrAsked, equals, whenTrue } from '../listing/row-filter.js';
import { isSet } from '../tenant/row.js';
import { closedStatusType } from '../tickets/closed-status.js';
import type { Entity } from './entity.js';
import { setupScopes } from './setup-scopes.js';

/** Schema `TStatus`. */
export const status: Entity = {
  collection: 'statuses',
  route: 'Status',
  scopes: setupScopes,
  fields: recordFields({ text: { 255: 'name shortname colour' }, integer: 'type sequence' }),
  required: ['name'],
  filters: { excludeclosed: whenTrue((row) => row['type'] !== closedStatusType) },
};

/** Schema `Tax`; `value` is a percentage. */
export const tax: Entity = {
  collection: 'taxes',
  route: 'Tax',
  scopes: setupScopes,
  fields: recordFields({ text: { 255: 'name code third_party_id' }, number: 'value', flag: 'is_composite' }),
  required: ['name'],
};

/** Schema `Currency`. */
export const currency: Entity = {
  collection: 'currencies',
  route: 'Currency',
  scopes: setupScopes,
  fields: recordFields({
    text: { 255: 'name symbol code' },
    number: 'conversion_rate',
    date: 'last_updated',
  }),
  required: ['name'],
};

/** Schema `Generic`. The agent UI calls those with `showasitem` product groups. */
export const productGroup: Entity = {
  collection: 'productGroups',
  route: 'AssetGroup',
  scopes: { read: ['read:items'], write: ['edit:items'] },
  fields: recordFields({
    text: { 255: 'name nominalcode' },
    integer: 'sequence tax_id item_billing_period_default',
    flag: 'showasitem showasequip item_recurring_default item_donttrackstock_default',
  }),
  required: ['name'],
  filters: { showasitem: whenTrue((row) => isSet(row, 'showasitem')) },
};

/** Schema `Company`. */
export const supplier: Entity = {
  collection: 'suppliers',
  route: 'Supplier',
  rowsKey: 'suppliers',
  scopes: { read: ['read:suppliers', 'read:items'], write: ['edit:suppliers'] },
  fields: recordFields({
    text: { 255: 'name contact_name email_address phone_number accounts_id', 0: 'notes' },
    integer: 'toplevel_id',
    flag: 'inactive',
  }),
  required: ['name'],
  filters: { toplevel_id: equals('toplevel_id') },
  listed: activeOrAsked(),
};
