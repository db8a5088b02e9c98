import { Secret, type CheckReport, type ContactManager } from '@quotebridge/core/plugin';
import { memoryAttachments } from './memory-attachments.js';
import { MemoryControl } from './memory-control.js';
import { MemoryGateway } from './memory-gateway.js';
import { memoryItems } from './memory-items.js';
import { memoryLookups } from './memory-lookups.js';
import { memoryOpportunities } from './memory-opportunities.js';
import type { MemoryOptions } from './memory-options.js';
import { memoryClients, memoryUsers } from './memory-people.js';
import { memoryQuotes } from './memory-quotes.js';
import { memorySecret, seedTenant } from './seed-tenant.js';

export interface MemoryContactManager extends ContactManager {
  readonly control: MemoryControl;
}

/** A complete contact manager whose PSA is a few maps: for tests, for trying things out, and as a model for adapters. */
export function createMemoryContactManager(options: MemoryOptions = {}): MemoryContactManager {
  const tenant = options.tenant ?? seedTenant();
  const gateway = new MemoryGateway(tenant, options.secret ?? new Secret(memorySecret));
  const pageSize = options.pageSize ?? 3;
  const has = (port: 'quotes' | 'items' | 'attachments'): boolean => options.without?.includes(port) !== true;

  return {
    control: new MemoryControl(tenant, gateway),
    check: (call) => gateway.read(call, () => report),
    clients: memoryClients(gateway, pageSize),
    users: memoryUsers(gateway, pageSize),
    opportunities: memoryOpportunities(gateway, options),
    lookups: memoryLookups(gateway),
    ...(has('quotes') ? { quotes: memoryQuotes(gateway, options) } : {}),
    ...(has('items') ? { items: memoryItems(gateway, pageSize) } : {}),
    ...(has('attachments') ? { attachments: memoryAttachments(gateway) } : {}),
  };
}

const report: CheckReport = {
  account: { id: 'memory', name: 'In-memory account' },
  server: 'memory:',
  findings: [{ level: 'ok', topic: 'permissions', message: 'Everything is permitted.' }],
};
