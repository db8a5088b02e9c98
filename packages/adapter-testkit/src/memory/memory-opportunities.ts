import {
  decimal,
  type CallOptions,
  type OpportunityFields,
  type OpportunityPort,
  type StoredOpportunity,
  type WriteAnswer,
} from '@quotebridge/core/plugin';
import { refuseEmptyFields, writtenValues } from './memory-field-values.js';
import type { MemoryGateway } from './memory-gateway.js';
import { nextMemoryId } from './memory-id.js';
import type { MemoryOptions } from './memory-options.js';
import type { MemoryTenant } from './memory-tenant.js';
import { noSuchRecord } from './no-such-record.js';
import { withLinked } from './with-linked.js';
import { writtenFields } from './written-fields.js';

export function memoryOpportunities(gateway: MemoryGateway, habits: MemoryOptions): OpportunityPort {
  const derived = habits.opportunityValue === 'derived';
  const shown = (tenant: MemoryTenant, stored: StoredOpportunity, options?: CallOptions): StoredOpportunity =>
    withLinked(
      derived ? { ...stored, value: sumOfQuotes(tenant, stored.id) } : stored,
      options?.linked?.opportunities,
    );
  const answer = (
    tenant: MemoryTenant,
    stored: StoredOpportunity,
    options: CallOptions | undefined,
  ): WriteAnswer<StoredOpportunity> => {
    tenant.opportunities.set(stored.id, stored);
    const url = `memory:opportunities/${stored.id}`;
    return habits.answers === 'id'
      ? { id: stored.id }
      : { id: stored.id, url, stored: shown(tenant, stored, options) };
  };
  const existing = (tenant: MemoryTenant, id: string): StoredOpportunity =>
    tenant.opportunities.get(id) ?? noSuchRecord('opportunity', id);

  return {
    list: (query, options) =>
      gateway.read(options, (tenant) =>
        [...tenant.opportunities.values()]
          .filter(({ clientId }) => query.clientId === undefined || clientId === query.clientId)
          .filter(({ userId }) => query.userId === undefined || userId === query.userId)
          .filter(({ outcome }) => query.openOnly !== true || outcome === 'open')
          .map((stored) => shown(tenant, stored, options)),
      ),
    get: (id, options) =>
      gateway.read(options, (tenant) => {
        const stored = tenant.opportunities.get(id);
        return stored === undefined ? undefined : shown(tenant, stored, options);
      }),
    create: (fields, marker, options) =>
      gateway.write(options, (tenant) => {
        const id = nextMemoryId(tenant, 'opportunity');
        const own = {
          id,
          outcome: 'open',
          statusName: 'New',
          marker: marker.key,
          url: `memory:opportunities/${id}`,
        } as const;
        const linked = writtenValues(tenant, 'opportunities', {}, fields.linked);
        refuseEmptyFields(tenant, linked, fields.ticketTypeId);
        return answer(tenant, { ...writable(fields, derived), ...own, linked }, options);
      }),
    update: (id, fields, marker, options) =>
      gateway.write(options, (tenant) => {
        const before = existing(tenant, id);
        const linked = writtenValues(tenant, 'opportunities', before.linked, fields.linked);
        const after = { ...before, ...writable(fields, derived), marker: marker.key, linked };
        return answer(tenant, after, options);
      }),
    complete: (id, completion, options) =>
      gateway.write(options, (tenant) => {
        const { outcome, on } = completion;
        const closed = { outcome, statusName: outcome === 'won' ? 'Won' : 'Lost' };
        const after = { ...existing(tenant, id), ...closed };
        tenant.completions.set(id, on);
        return answer(tenant, after, options);
      }),
    findByMarker: (marker, scope, options) =>
      gateway.read(options, (tenant) =>
        [...tenant.opportunities.values()]
          .filter((stored) => stored.marker === marker.key && stored.clientId === scope.clientId)
          .map((stored) => shown(tenant, stored, options)),
      ),
  };
}

function writable(fields: Partial<OpportunityFields>, derived: boolean): Partial<OpportunityFields> {
  const { value, ...rest } = writtenFields(fields);
  return derived || value === undefined ? rest : { ...rest, value };
}

function sumOfQuotes(tenant: MemoryTenant, opportunityId: string): string {
  const lines = [...tenant.quotes.values()]
    .filter((quote) => quote.opportunityId === opportunityId)
    .flatMap((quote) => quote.lines)
    .filter((line) => line.billingPeriod === 'oneOff' && line.optional !== true);
  return decimal.add('0', ...lines.map((line) => line.amount ?? '0'));
}
