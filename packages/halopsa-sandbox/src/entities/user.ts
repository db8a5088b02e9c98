import { addressFields } from '../fields/address-fields.js';
import { recordFields } from '../fields/record-fields.js';
import { ruleError } from '../http/api-error.js';
import { activeOrAsked, equals, whenTrue } from '../listing/row-filter.js';
import { textIn, type Row } from '../tenant/row.js';
import { checkCurrency } from './check-currency.js';
import type { Entity } from './entity.js';
import { generalUserName } from './main-site.js';
import { nameOf } from './name-of.js';

const isSomebody = whenTrue((row) => row['name'] !== generalUserName);

/** Schema `Users`: the contacts of clients. */
export const user: Entity = {
  collection: 'users',
  route: 'Users',
  rowsKey: 'users',
  scopes: { read: ['read:customers', 'read:crm'], write: ['edit:customers', 'edit:crm'] },
  fields: recordFields({
    integer: 'site_id client_id default_currency_code prospect_account_id item_tax_code priority_id telpref',
    flag: 'inactive isimportantcontact is_prospect isserviceaccount neversendemails automatic_sales_tax ismaincontact',
    text: {
      255: 'name firstname surname title emailaddress email2 email3 phonenumber mobilenumber sitephonenumber phonenumber_preferred homenumber fax login initials department other1 other2 other3 other4 other5 third_party_id',
      0: 'notes',
    },
    record: { primary_address: addressFields },
    rows: { addresses: addressFields },
    computed: 'site_id_int site_name client_name',
  }),
  required: ['site_id', 'name'],
  defaults: { inactive: false, isserviceaccount: false },
  searched: ['name', 'emailaddress', 'email2', 'email3', 'client_name', 'site_name'],
  filters: {
    client_id: equals('client_id'),
    site_id: equals('site_id'),
    exclude_generaluser: isSomebody,
    exclude_defaultsiteusers: isSomebody,
  },
  listed: activeOrAsked(),
  derived: {
    site_id_int: (row) => row['site_id'],
    site_name: nameOf('sites', 'site_id'),
    client_name: nameOf('clients', 'client_id'),
  },
  details: ['notes', 'addresses', 'primary_address', 'external_links'],
  customFieldsOf: 'user',
  prepare: ({ row, sent }, world) => {
    completeName(row, sent.stored);
    const home = world.tenant.find('sites', row['site_id']);
    if (!home) throw ruleError('A User must be associated with a site_id.');
    row['client_id'] = home['client_id'];
    checkCurrency(row, 'default_currency_code', world);
  },
};

/** Either the full name or its two parts may be sent; the other follows. */
function completeName(row: Row, sent: Readonly<Record<string, unknown>>): void {
  if ('name' in sent) {
    const [first = '', ...rest] = textIn(row, 'name').trim().split(/\s+/);
    if (!('firstname' in sent)) row['firstname'] = first;
    if (!('surname' in sent)) row['surname'] = rest.join(' ');
  } else if ('firstname' in sent || 'surname' in sent) {
    row['name'] = `${textIn(row, 'firstname')} ${textIn(row, 'surname')}`.trim();
  }
}
