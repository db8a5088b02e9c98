import type { CallOptions, ClientPort, PeopleQuery, UserPort } from '@quotebridge/core/plugin';
import type { MemoryGateway } from './memory-gateway.js';
import type { MemoryTenant } from './memory-tenant.js';
import { collectPages } from './memory-pages.js';

interface Person {
  readonly name: string;
  readonly inactive: boolean;
}

export function memoryClients(gateway: MemoryGateway, pageSize: number): ClientPort {
  return {
    search: (query, options) =>
      searchPeople(gateway, pageSize, query, options, (tenant) =>
        [...tenant.clients.values()].filter((client) => contains(client.name, query.text)),
      ),
    get: (id, options) => gateway.read(options, (tenant) => tenant.clients.get(id)),
    siteAddress: (siteId, options) => gateway.read(options, (tenant) => tenant.sites.get(siteId)),
  };
}

export function memoryUsers(gateway: MemoryGateway, pageSize: number): UserPort {
  return {
    search: (query, options) =>
      searchPeople(gateway, pageSize, query, options, (tenant) =>
        [...tenant.users.values()]
          .filter((user) => contains(user.name, query.text) || contains(user.email, query.text))
          .filter((user) => query.clientId === undefined || user.clientId === query.clientId),
      ),
    get: (id, options) => gateway.read(options, (tenant) => tenant.users.get(id)),
  };
}

async function searchPeople<Found extends Person>(
  gateway: MemoryGateway,
  pageSize: number,
  query: PeopleQuery,
  options: CallOptions | undefined,
  matching: (tenant: MemoryTenant) => readonly Found[],
): Promise<readonly Found[]> {
  const wanted = (tenant: MemoryTenant): readonly Found[] =>
    matching(tenant).filter((person) => query.includeInactive === true || !person.inactive);
  const pages = (from: number): Promise<readonly Found[]> =>
    gateway.read(options, (tenant) => wanted(tenant).slice(from, from + pageSize));
  return collectPages(pages, pageSize, query.limit ?? 50);
}

export function contains(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.trim().toLowerCase());
}
