import { addressFields } from '../fields/address-fields.js';
import { recordFields } from '../fields/record-fields.js';
import { activeOrAsked, contains, equals } from '../listing/row-filter.js';
import { textIn } from '../tenant/row.js';
import { checkCurrency, currencyCodeOf, followCurrencyCode } from './check-currency.js';
import type { DerivedColumn, Entity } from './entity.js';
import { mainSiteOf } from './main-site.js';
import { nameOf } from './name-of.js';
import { openMainSite } from './open-main-site.js';

/** Schema `Area`. */
export const client: Entity = {
  collection: 'clients',
  route: 'Client',
  rowsKey: 'clients',
  scopes: { read: ['read:customers', 'read:crm'], write: ['edit:customers', 'edit:crm'] },
  fields: recordFields({
    integer:
      'toplevel_id accountmanagertech pritech sectech default_currency_code item_tax_code service_tax_code sales_tax_code main_contact_id customertype isopportunity paymentterms stopped',
    flag: 'inactive is_account taxable is_vip',
    date: 'datecreated startdate',
    text: {
      255: 'name website ref domain accountsid tax_number colour main_phonenumber accountsemailaddress newclient_sitename newclient_contactname newclient_contactemail newclient_phonenumber newclient_countrycode',
      10: 'clientcurrency',
      0: 'notes',
    },
    record: { newclient_delivery_address: addressFields },
    transient:
      'newclient_sitename newclient_contactname newclient_contactemail newclient_phonenumber newclient_countrycode newclient_delivery_address newclient_regioncode',
    computed:
      'toplevel_name accountmanagertech_name main_site_id main_site_name main_contact_name main_contact_email main_contact_phonenumber main_delivery_address main_invoice_address',
  }),
  required: ['name'],
  defaults: { toplevel_id: 1, inactive: false, is_account: true, taxable: true, stopped: 0 },
  searched: ['name'],
  filters: {
    toplevel_id: equals('toplevel_id'),
    search_name_only: contains('name'),
    accountmanager: equals('accountmanagertech'),
  },
  listed: activeOrAsked(),
  derived: {
    toplevel_name: () => 'Customers',
    accountmanagertech_name: nameOf('agents', 'accountmanagertech'),
    main_site_id: (row, world) => mainSiteOf(row.id, world)?.id ?? 0,
    main_site_name: (row, world) => textIn(mainSiteOf(row.id, world) ?? {}, 'name'),
    main_contact_name: nameOf('users', 'main_contact_id'),
    clientcurrency: currencyCodeOf('default_currency_code'),
    main_delivery_address: mainAddress('delivery_address'),
    main_invoice_address: mainAddress('invoice_address'),
  },
  details: ['notes', 'external_links', 'main_delivery_address', 'main_invoice_address'],
  detailParameters: { includenotes: ['notes'] },
  customFieldsOf: 'client',
  prepare: ({ row, sent }, world) => {
    followCurrencyCode(row, sent.stored, 'clientcurrency', 'default_currency_code', world);
    checkCurrency(row, 'default_currency_code', world);
  },
  stored: openMainSite,
};

function mainAddress(column: string): DerivedColumn {
  return (row, world) => mainSiteOf(row.id, world)?.[column] ?? null;
}
