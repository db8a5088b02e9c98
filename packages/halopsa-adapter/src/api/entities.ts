import { fieldProfile } from '../profile/field-profile.js';

/** One kind of record in the API. */
export interface Entity {
  /** Path below `/api`; the server does not mind its case. */
  readonly path: string;
  /** Property of a list answer that holds the rows; lists of configuration are bare arrays. */
  readonly rows: string;
  /** For messages: one of them, and several. */
  readonly noun: string;
  readonly nouns: string;
  /** Permissions that reading and writing need. */
  readonly scopes: { readonly read: string; readonly write: string };
}

const { scopes } = fieldProfile;

/** Paths are stated by the API description, keys of the rows seen in public clients. */
export const entities = {
  client: { path: 'Client', rows: 'clients', noun: 'client', nouns: 'clients', scopes: scopes.customers },
  user: { path: 'Users', rows: 'users', noun: 'user', nouns: 'users', scopes: scopes.customers },
  opportunity: {
    path: 'Opportunities',
    rows: 'tickets',
    noun: 'opportunity',
    nouns: 'opportunities',
    scopes: scopes.opportunities,
  },
  quote: { path: 'Quotation', rows: 'quotes', noun: 'quote', nouns: 'quotes', scopes: scopes.quotes },
  item: { path: 'Item', rows: 'items', noun: 'item', nouns: 'items', scopes: scopes.items },
  attachment: {
    path: 'Attachment',
    rows: 'attachments',
    noun: 'attachment',
    nouns: 'attachments',
    scopes: scopes.attachments,
  },
  action: {
    path: 'Actions',
    rows: 'actions',
    noun: 'action',
    nouns: 'actions',
    scopes: scopes.opportunities,
  },
  agent: { path: 'Agent', rows: 'agents', noun: 'agent', nouns: 'agents', scopes: scopes.configuration },
  ticketType: {
    path: 'TicketType',
    rows: 'tickettypes',
    noun: 'ticket type',
    nouns: 'ticket types',
    scopes: scopes.configuration,
  },
  productGroup: {
    path: 'AssetGroup',
    rows: 'assetgroups',
    noun: 'product group',
    nouns: 'product groups',
    scopes: { read: scopes.items.read, write: scopes.configuration.write },
  },
  status: {
    path: 'Status',
    rows: 'statuses',
    noun: 'status',
    nouns: 'statuses',
    scopes: scopes.configuration,
  },
  lookup: { path: 'Lookup', rows: 'lookups', noun: 'lookup', nouns: 'lookups', scopes: scopes.configuration },
  tax: { path: 'Tax', rows: 'taxes', noun: 'tax', nouns: 'taxes', scopes: scopes.configuration },
  currency: {
    path: 'Currency',
    rows: 'currencies',
    noun: 'currency',
    nouns: 'currencies',
    scopes: scopes.configuration,
  },
  site: { path: 'Site', rows: 'sites', noun: 'site', nouns: 'sites', scopes: scopes.customers },
  customField: {
    path: 'FieldInfo',
    rows: 'fields',
    noun: 'custom field',
    nouns: 'custom fields',
    scopes: scopes.configuration,
  },
  control: {
    path: 'Control',
    rows: 'control',
    noun: 'system settings',
    nouns: 'system settings',
    scopes: scopes.configuration,
  },
} as const satisfies Record<string, Entity>;
