import { Secret, type CheckReport, type ContactManager } from '@quotebridge/core/plugin';
import type { OptionalPort } from '../suite/adapter-options.js';
import { memoryAttachments } from './memory-attachments.js';
import { MemoryControl } from './memory-control.js';
import { memoryFields } from './memory-fields.js';
import { MemoryGateway } from './memory-gateway.js';
import { memoryItems } from './memory-items.js';
import { memoryLookups } from './memory-lookups.js';
import { memoryOpportunities } from './memory-opportunities.js';
import type { MemoryOptions } from './memory-options.js';
import { defaultPageSize } from './memory-pages.js';
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
  const pageSize = options.pageSize ?? defaultPageSize;
  const { without = [] } = options;
  const has = (port: OptionalPort): boolean => !without.includes(port);

  return {
    control: new MemoryControl(tenant, gateway),
    check: (call) => gateway.read(call, () => report),
    clients: withoutMethods('clients', memoryClients(gateway, pageSize), without),
    users: memoryUsers(gateway, pageSize),
    opportunities: withoutMethods('opportunities', memoryOpportunities(gateway, options), without),
    lookups: memoryLookups(gateway),
    ...(has('quotes') ? { quotes: withoutMethods('quotes', memoryQuotes(gateway, options), without) } : {}),
    ...(has('items') ? { items: withoutMethods('items', memoryItems(gateway, pageSize), without) } : {}),
    ...(has('attachments')
      ? { attachments: withoutMethods('attachments', memoryAttachments(gateway), without) }
      : {}),
    ...(has('fields') ? { fields: memoryFields(gateway) } : {}),
  };
}

function withoutMethods<Port extends object>(name: string, port: Port, without: readonly string[]): Port {
  const kept = Object.entries(port).filter(([method]) => !without.includes(`${name}.${method}`));
  return Object.fromEntries(kept) as Port;
}

const report: CheckReport = {
  account: { id: 'memory', name: 'In-memory account' },
  server: 'memory:',
  findings: [{ level: 'ok', topic: 'permissions', message: 'Everything is permitted.' }],
};
