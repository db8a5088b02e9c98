import { addressFields } from '../fields/address-fields.js';
import { recordFields } from '../fields/record-fields.js';
import { ruleError } from '../http/api-error.js';
import { activeOrAsked, equals } from '../listing/row-filter.js';
import { createRow, textIn, type Row } from '../tenant/row.js';
import type { DerivedColumn, Draft, Entity } from './entity.js';
import { generalUserOf } from './main-site.js';
import { nameOf } from './name-of.js';
import { addGeneralUser } from './open-main-site.js';
import { countryName, regionName } from './place-names.js';

/** What is stored of a site even without `issitedetails`. */
const alwaysStored = new Set(['id', 'name', 'client_id', 'inactive']);

const addressObjects = ['delivery_address', 'invoice_address'];

/** Schema `Site`. */
export const site: Entity = {
  collection: 'sites',
  route: 'Site',
  rowsKey: 'sites',
  scopes: { read: ['read:customers', 'read:crm'], write: ['edit:customers', 'edit:crm'] },
  fields: recordFields({
    integer: 'client_id site_sales_tax_code site_item_tax_code region_code maincontact_id sla_id',
    flag: 'inactive isinvoicesite defaultdelivery invoice_address_isdelivery isstocklocation issitedetails',
    text: {
      255: 'name phonenumber emaildomain ref accountsid colour timezone country_code',
      0: 'notes',
    },
    record: { delivery_address: addressFields, invoice_address: addressFields },
    transient: 'issitedetails',
    computed:
      'client_name clientsite_name country_code_name region_code_name maincontact_name delivery_address_line1 delivery_address_line2 delivery_address_line3 delivery_address_line4 delivery_address_line5',
  }),
  required: ['name', 'client_id'],
  defaults: { inactive: false },
  searched: ['name', 'client_name'],
  filters: { client_id: equals('client_id') },
  listed: activeOrAsked(),
  derived: {
    client_name: nameOf('clients', 'client_id'),
    clientsite_name: (row, world) =>
      `${String(nameOf('clients', 'client_id')(row, world))}/${textIn(row, 'name')}`,
    maincontact_name: nameOf('users', 'maincontact_id'),
    country_code_name: (row) => countryName(row['country_code']),
    region_code_name: (row) => regionName(row['region_code']),
    delivery_address_line1: addressLine('line1'),
    delivery_address_line2: addressLine('line2'),
    delivery_address_line3: addressLine('line3'),
    delivery_address_line4: addressLine('line4'),
    delivery_address_line5: addressLine('postcode'),
  },
  details: [...addressObjects, 'notes', 'external_links'],
  detailParameters: { includeaddress: addressObjects, includenotes: ['notes'] },
  customFieldsOf: 'site',
  show: (shown, world) => {
    if (world.switches.get('siteAddressForm') === 'both') return;
    for (const column of addressObjects) Reflect.deleteProperty(shown, column);
  },
  prepare: (draft, world) => {
    if (!world.tenant.find('clients', draft.row['client_id'])) {
      throw ruleError(`There is no client with id ${String(draft.row['client_id'])}.`);
    }
    if (draft.sent.request['issitedetails'] !== true) forgetDetails(draft);
  },
  stored: ({ row, before }, world) => {
    if (!before && !generalUserOf(row.id, world)) addGeneralUser(row, world);
  },
};

/** Without `issitedetails: true` the API takes a site but drops its details, silently. */
function forgetDetails({ row, sent, before }: Draft): void {
  for (const name of Object.keys(sent.stored)) {
    if (alwaysStored.has(name)) continue;
    if (before && Object.hasOwn(before, name)) row[name] = before[name];
    else Reflect.deleteProperty(row, name);
  }
}

function addressLine(line: string): DerivedColumn {
  return (row) => textIn((row['delivery_address'] as Row | undefined) ?? createRow({}), line);
}
