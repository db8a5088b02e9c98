/** The tables of a tenant. A seed file and `GET /__sandbox/state` use the same names. */
export const collectionNames = [
  'agents',
  'taxes',
  'currencies',
  'ticketTypes',
  'statuses',
  'productGroups',
  'suppliers',
  'customFields',
  'clients',
  'sites',
  'users',
  'items',
  'itemSuppliers',
  'tickets',
  'quotes',
  'attachments',
  'actions',
] as const;

export type CollectionName = (typeof collectionNames)[number];
