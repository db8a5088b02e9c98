import {
  Secret,
  type BillingPeriod,
  type DataLinkObject,
  type FieldDescription,
  type Item,
  type LookupEntry,
  type User,
} from '@quotebridge/core/plugin';
import { memoryFieldList } from './memory-field-list.js';
import { memoryId, nextMemoryId } from './memory-id.js';
import type { MemoryTenant } from './memory-tenant.js';

/** The secret of a fresh tenant. */
export const memorySecret = 'in-memory-client-secret-4711';

/** A tiny tenant: eight clients, one of them inactive and one with a currency of its own, three users, seven items of which two share a number. */
export function seedTenant(): MemoryTenant {
  const tenant: MemoryTenant = {
    clients: new Map(),
    users: new Map(),
    items: new Map(),
    opportunities: new Map(),
    quotes: new Map(),
    attachments: new Map(),
    sites: new Map(),
    notes: new Map(),
    completions: new Map(),
    fields: new Map(Object.entries(memoryFieldList) as [DataLinkObject, readonly FieldDescription[]][]),
    fieldValues: new Map(),
    lookups: new Map(Object.entries(lookups)),
    secret: new Secret(memorySecret),
    idsUsed: new Map(),
  };
  for (const name of ['Contoso Ltd', 'Contoso Holding', 'Fabrikam', 'Northwind Traders', ...branches]) {
    addClient(tenant, name, false);
  }
  addClient(tenant, 'Closed & Gone', true);
  addUser(tenant, 'Ada Palmer', 'ada.palmer@contoso.example', false, 'Head of IT');
  addUser(tenant, 'Ben Okafor', 'ben@contoso.example', false);
  addUser(tenant, 'Old Colleague', 'old@contoso.example', true);
  for (const [number, name, period] of catalogue) addItem(tenant, number, name, period);
  return tenant;
}

const branches = ['Adatum North', 'Adatum South', 'Adatum West'];

const catalogue: readonly (readonly [string, string, BillingPeriod])[] = [
  ['DVC503', 'Docking station', 'oneOff'],
  ['LAP-14', 'Laptop 14"', 'oneOff'],
  ['LABOR', 'Installation', 'oneOff'],
  ['BACKUP-M', 'Backup, per month', 'monthly'],
  ['LIC-Y', 'Licence, per year', 'yearly'],
  ['TWICE', 'One of two with the same number', 'oneOff'],
  ['TWICE', 'Two of two with the same number', 'oneOff'],
];

/** What only the first product has. */
const dock = {
  sku: '0DK-503-EU',
  supplier: 'Wholesale Ltd',
  supplierNumber: 'WS 88 21/4',
  manufacturer: 'Acme',
};

const lookups: Readonly<Record<string, readonly LookupEntry[]>> = {
  agents: entries('Sam Seller', 'Olive Owner'),
  ticketTypes: entries('Opportunity', 'Lead'),
  productGroups: entries('General', 'Hardware', 'Services'),
  statuses: entries('New', 'Won', 'Lost', 'In progress'),
  closureCategories: entries('Price', 'Timing'),
  quoteStatuses: entries('Draft', 'Sent'),
  taxes: [
    { id: memoryId(1), name: 'Standard', detail: { percent: '19' } },
    { id: memoryId(2), name: 'Reduced', detail: { percent: '7' } },
  ],
  currencies: entries('EUR', 'USD'),
};

function entries(...names: readonly string[]): readonly LookupEntry[] {
  return names.map((name, index) => ({ id: memoryId(index + 1), name }));
}

function addClient(tenant: MemoryTenant, name: string, inactive: boolean): void {
  const id = nextMemoryId(tenant, 'client');
  const site = { siteId: id, siteName: 'Main' };
  const currency = name === 'Fabrikam' ? { currencyId: memoryId(2) } : {};
  tenant.clients.set(id, { id, name, inactive, ...site, ...currency, url: `memory:clients/${id}` });
  tenant.sites.set(id, { lines: ['1 High Street', '', 'Springfield'], postalCode: 'SP1 4QX' });
}

function addUser(tenant: MemoryTenant, name: string, email: string, inactive: boolean, title = ''): void {
  const id = nextMemoryId(tenant, 'user');
  const home = { clientId: memoryId(1), clientName: 'Contoso Ltd', siteId: memoryId(1), siteName: 'Main' };
  const user: User = { id, name, email, phone: '', title, inactive, ...home, url: `memory:users/${id}` };
  tenant.users.set(id, user);
}

function addItem(tenant: MemoryTenant, number: string, name: string, billingPeriod: BillingPeriod): void {
  const id = nextMemoryId(tenant, 'item');
  const group = { id: memoryId(1), name: 'General' };
  const item: Item = {
    id,
    numbers: [number],
    name,
    description: name,
    inactive: false,
    classification: { group },
    cost: '80',
    price: '100',
    billingPeriod,
    ...(number === 'DVC503' ? dock : {}),
    url: `memory:items/${id}`,
  };
  tenant.items.set(id, item);
}
