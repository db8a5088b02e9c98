import { recordFields } from '../fields/record-fields.js';
import { fieldTable } from '../fields/field-table.js';
import { ruleError } from '../http/api-error.js';
import { activeOrAsked, equals, oneOf, whenTrue } from '../listing/row-filter.js';
import type { CollectionName } from '../tenant/collection-name.js';
import { createRow, isSet, numberIn, rowsIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import type { Entity } from './entity.js';
import { nameOf } from './name-of.js';
import { suppliersOf } from './item-supplier.js';

const supplierRow = fieldTable({
  integer: 'id item_id supplier_id client_id',
  number: 'price cost',
  text: { 500: 'supplier_sku', 0: 'note supplier_name' },
});

const references: readonly (readonly [string, CollectionName])[] = [
  ['supplier_id', 'suppliers'],
  ['taxcode', 'taxes'],
  ['purchase_currency_code', 'currencies'],
];

/** Schema `Item`: the product catalogue. A product with a status other than 0 counts as inactive. */
export const item: Entity = {
  collection: 'items',
  route: 'Item',
  rowsKey: 'items',
  scopes: { read: ['read:items'], write: ['edit:items'] },
  fields: recordFields({
    integer:
      'status assetgroup_id assettype_id supplier_id manufacturer_id taxcode taxcodeother template_id linked_item_id item_default_billing_period type purchase_currency_code dattocommerce_tenant',
    number:
      'baseprice costprice recurringprice recurringcost secondprice sleeveprice secondhandprice margin markupperc maxitemdiscount min_purchase_qty weight quantity_in_stock quantity_reserved quantity_on_order avco',
    flag: 'isrecurringitem taxable dont_track_stock doesnotneedconsigning promptforprice iscontractitem autorenew_quote_line_default',
    text: {
      4000: 'name supplier_part_code description purchase_description user_description extra_invoice_description',
      255: 'internalreference externalreference nominalcode purchasenominalcode accountsid',
      200: 'default_supplier_part_code',
      100: 'qbosku third_party_id',
      0: 'note',
    },
    rows: { item_suppliers: supplierRow },
    transient: 'item_suppliers',
    computed:
      'assetgroup_name supplier_name manufacturer_name taxcode_name datecreated lastmodified created_by',
  }),
  required: ['name'],
  defaults: {
    status: 0,
    baseprice: 0,
    costprice: 0,
    isrecurringitem: false,
    recurringprice: 0,
    recurringcost: 0,
    item_default_billing_period: 0,
    taxable: true,
    quantity_in_stock: 0,
    quantity_reserved: 0,
    quantity_on_order: 0,
    dont_track_stock: true,
    doesnotneedconsigning: false,
    type: 0,
  },
  filters: {
    assetgroup_id: equals('assetgroup_id'),
    assetgroups: oneOf('assetgroup_id'),
    supplier_id: equals('supplier_id'),
    recurringonly: whenTrue((row) => isSet(row, 'isrecurringitem')),
    excluderecurring: whenTrue((row) => !isSet(row, 'isrecurringitem')),
    show_not_in_stock: (row, value) => value.toLowerCase() !== 'false' || inStock(row),
  },
  listed: activeOrAsked((row) => numberIn(row, 'status') !== 0),
  derived: {
    assetgroup_name: nameOf('productGroups', 'assetgroup_id'),
    supplier_name: nameOf('suppliers', 'supplier_id'),
    taxcode_name: nameOf('taxes', 'taxcode'),
    item_suppliers: (row, world) => suppliersOf(row.id, world),
  },
  details: ['item_suppliers', 'note', 'external_links'],
  customFieldsOf: 'item',
  prepare: ({ row }, world) => {
    const group = numberIn(row, 'assetgroup_id');
    if (group > 0 && !world.tenant.find('productGroups', group))
      throw ruleError(`There is no product group ${group}.`);
    for (const [column, collection] of references) {
      const id = numberIn(row, column);
      if (id > 0 && !world.tenant.find(collection, id))
        throw ruleError(`There is no record with ${column} ${id}.`);
    }
  },
  remove: (row, world) => {
    if (world.switches.get('usedItemDeletion') === 'reject' && isQuoted(row.id, world))
      throw ruleError('This Item cannot be deleted as it is in use.');
  },
  stored: ({ row, sent }, world) => {
    const suppliers = world.tenant.in('itemSuppliers');
    for (const entry of rowsIn(sent.request, 'item_suppliers')) {
      const known = suppliers.get(numberIn(entry, 'id'));
      const id = known?.id ?? suppliers.nextId();
      suppliers.store(createRow({ ...known, ...entry, item_id: row.id }, id));
    }
  },
};

/** A product whose stock is not tracked never runs out. */
function inStock(row: Row): boolean {
  return isSet(row, 'dont_track_stock') || numberIn(row, 'quantity_in_stock') > 0;
}

function isQuoted(itemId: number, world: World): boolean {
  for (const quote of world.tenant.in('quotes').rows())
    if (rowsIn(quote, 'lines').some((line) => line['item_id'] === itemId)) return true;
  return false;
}
