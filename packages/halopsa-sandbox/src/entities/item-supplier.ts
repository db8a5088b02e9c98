import { recordFields } from '../fields/record-fields.js';
import { equals } from '../listing/row-filter.js';
import { createRow, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import type { Entity } from './entity.js';
import { nameOf } from './name-of.js';

/** Schema `ItemSupplier`: what a supplier calls a product and asks for it. */
export const itemSupplier: Entity = {
  collection: 'itemSuppliers',
  route: 'itemsupplier',
  scopes: { read: ['read:items'], write: ['edit:items'] },
  fields: recordFields({
    integer: 'item_id supplier_id client_id',
    number: 'price cost',
    text: { 500: 'supplier_sku', 0: 'note' },
    computed: 'supplier_name client_name',
  }),
  required: ['item_id', 'supplier_id'],
  searched: ['supplier_sku'],
  filters: { item_id: equals('item_id'), supplier_id: equals('supplier_id') },
  derived: { supplier_name: nameOf('suppliers', 'supplier_id') },
};

/** The supplier rows of a product, as it shows them. */
export function suppliersOf(itemId: number, world: World): Row[] {
  const rows = [...world.tenant.in('itemSuppliers').rows()].filter((row) => row['item_id'] === itemId);
  return rows.map((row) =>
    createRow({ ...row, supplier_name: nameOf('suppliers', 'supplier_id')(row, world) }),
  );
}
