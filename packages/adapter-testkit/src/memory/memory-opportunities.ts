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
import { memoryId, nextMemoryId } from './memory-id.js';
import { isMarked, markerOf, withoutMarker } from './memory-marker.js';
import type { MemoryOptions } from './memory-options.js';
import { defaultPageSize, memoryPages } from './memory-pages.js';
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
          ...status(tenant, memoryId(1)),
          ...markerOf(marker),
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
        const after = { ...withoutMarker(before), ...writable(fields, derived), ...markerOf(marker), linked };
        return answer(tenant, after, options);
      }),
    complete: (id, completion, options) =>
      gateway.write(options, (tenant) => {
        const { outcome, on } = completion;
        const statusId = completion.statusId ?? memoryId(outcome === 'won' ? 2 : 3);
        const after = { ...existing(tenant, id), outcome, ...status(tenant, statusId) };
        tenant.completions.set(id, on);
        return answer(tenant, after, options);
      }),
    findByMarker: (marker, scope, options) =>
      gateway.read(options, (tenant) =>
        [...tenant.opportunities.values()]
          .filter((stored) => stored.marker === marker.key && stored.clientId === scope.clientId)
          .map((stored) => shown(tenant, stored, options)),
      ),
    listMarked: (options) =>
      memoryPages(gateway, habits.pageSize ?? defaultPageSize, options, (tenant) =>
        [...tenant.opportunities.values()].filter(isMarked).map((stored) => shown(tenant, stored, options)),
      ),
    reopen: (id, statusId, options) =>
      gateway.write(options, (tenant) => {
        const after = {
          ...existing(tenant, id),
          outcome: 'open',
          ...status(tenant, statusId ?? memoryId(1)),
        } as const;
        tenant.completions.delete(id);
        return answer(tenant, after, options);
      }),
    addedByOthers: (id, options) => gateway.read(options, (tenant) => addedByOthers(tenant, id)),
    remove: (id, options) => gateway.write(options, (tenant) => void tenant.opportunities.delete(id)),
  };
}

function status(tenant: MemoryTenant, statusId: string): Pick<StoredOpportunity, 'statusId' | 'statusName'> {
  const statusName = tenant.lookups.get('statuses')?.find(({ id }) => id === statusId)?.name;
  return { statusId, ...(statusName === undefined ? {} : { statusName }) };
}

function addedByOthers(tenant: MemoryTenant, id: string): readonly string[] {
  const notes = tenant.notes.get(id) ?? [];
  const unmarked = (
    records: Iterable<{ readonly opportunityId?: string; readonly marker?: string }>,
  ): number => [...records].filter((record) => record.opportunityId === id && !isMarked(record)).length;
  return [
    [notes.length, 'notes'],
    [unmarked(tenant.quotes.values()), 'quotes'],
    [unmarked(tenant.attachments.values()), 'files'],
  ].flatMap(([count, noun]) => (count === 0 ? [] : [`${count} ${noun}`]));
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
