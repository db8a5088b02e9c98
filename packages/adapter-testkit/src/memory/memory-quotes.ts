import {
  decimal,
  QuotebridgeError,
  type CallOptions,
  type FieldValues,
  type QuoteFields,
  type QuoteLineWrite,
  type QuotePort,
  type WriteAnswer,
  type StoredQuote,
  type StoredQuoteLine,
} from '@quotebridge/core/plugin';
import { writtenValues } from './memory-field-values.js';
import type { MemoryGateway } from './memory-gateway.js';
import { nextMemoryId } from './memory-id.js';
import { isMarked, markerOf, withoutMarker } from './memory-marker.js';
import type { MemoryOptions } from './memory-options.js';
import { defaultPageSize, memoryPages } from './memory-pages.js';
import { memoryQuoteLine } from './memory-quote-line.js';
import type { MemoryQuote, MemoryTenant } from './memory-tenant.js';
import { noSuchRecord } from './no-such-record.js';
import { withLinked } from './with-linked.js';
import { writtenFields } from './written-fields.js';

const addressLines = 4;

export function memoryQuotes(gateway: MemoryGateway, habits: MemoryOptions): QuotePort {
  const answer = (quote: MemoryQuote, options: CallOptions | undefined): WriteAnswer<StoredQuote> =>
    habits.answers === 'id'
      ? { id: quote.id }
      : { id: quote.id, url: `memory:quotes/${quote.id}`, stored: shown(quote, options) };

  const write = (header: Header, lines: readonly QuoteLineWrite[], options: CallOptions | undefined) =>
    habits.lineWrites === 'each'
      ? writeEach(gateway, header, lines, options).then((quote) => answer(quote, options))
      : gateway.write(options, (tenant) => {
          const quote = header(tenant);
          return answer(
            save(tenant, { ...quote, lines: lines.map((line) => memoryQuoteLine(tenant, quote, line)) }),
            options,
          );
        });

  return {
    addressLines,
    get: (id, options) =>
      gateway.read(options, (tenant) => {
        const quote = tenant.quotes.get(id);
        return quote && shown(quote, options);
      }),
    create: (fields, lines, marker, options) => {
      const create = (tenant: MemoryTenant): MemoryQuote => {
        const id = nextMemoryId(tenant, 'quote');
        return save(tenant, {
          ...headerOf(tenant, fields),
          id,
          ...markerOf(marker),
          url: `memory:quotes/${id}`,
          lines: [],
        });
      };
      return write(create, lines, options);
    },
    update: (id, fields, lines, marker, options) => {
      const update = (tenant: MemoryTenant): MemoryQuote =>
        save(tenant, {
          ...withoutMarker(quoteOf(tenant, id)),
          ...headerOf(tenant, fields, quoteOf(tenant, id).linked),
          ...markerOf(marker),
        });
      if (lines === undefined) return gateway.write(options, (tenant) => answer(update(tenant), options));
      return write(update, lines, options);
    },
    findByMarker: (marker, scope, options) =>
      gateway.read(options, (tenant) =>
        [...tenant.quotes.values()]
          .filter(
            (quote) =>
              quote.marker === marker.key &&
              ('opportunityId' in scope
                ? quote.opportunityId === scope.opportunityId
                : quote.clientId === scope.clientId),
          )
          .map((quote) => shown(quote, options)),
      ),
    listMarked: (options) =>
      memoryPages(gateway, habits.pageSize ?? defaultPageSize, options, (tenant) =>
        [...tenant.quotes.values()].filter(isMarked).map((quote) => shown(quote, options)),
      ),
    remove: (id, options) => gateway.write(options, (tenant) => void tenant.quotes.delete(id)),
  };
}

function shown(quote: MemoryQuote, options: CallOptions | undefined): MemoryQuote {
  const lines = quote.lines.map((line) => withLinked(line, options?.linked?.lineItems));
  return withLinked({ ...quote, lines, netTotal: netTotal(lines) }, options?.linked?.quotes);
}

/** One period of every line, each in whole cents; options left out. */
function netTotal(lines: readonly StoredQuoteLine[]): string {
  const counted = lines.filter(({ kind, optional }) => kind !== 'heading' && optional !== true);
  return decimal.add('0', ...counted.map(({ amount = '0' }) => decimal.round(amount)));
}

function headerOf(
  tenant: MemoryTenant,
  fields: Partial<QuoteFields>,
  before?: FieldValues,
): Partial<QuoteFields> {
  for (const address of [fields.billingAddress, fields.deliveryAddress]) {
    if ((address?.lines.length ?? 0) > addressLines) throw tooManyLines();
  }
  return { ...writtenFields(fields), linked: writtenValues(tenant, 'quotes', before, fields.linked) };
}

function tooManyLines(): QuotebridgeError {
  return new QuotebridgeError('remote.rejected', `An address has ${addressLines} lines at most.`, {
    status: 400,
    next: 'Map fewer fields to the lines of an address.',
  });
}

type Header = (tenant: MemoryTenant) => MemoryQuote;

/** The header first, then line by line, at last the order; whoever is cut off in between leaves a quote that is half done. */
async function writeEach(
  gateway: MemoryGateway,
  header: Header,
  lines: readonly QuoteLineWrite[],
  options: CallOptions | undefined,
): Promise<MemoryQuote> {
  let quote = await gateway.write(options, header);
  const ids: string[] = [];
  for (const line of lines) {
    if (line.action === 'create' || line.action === 'update') {
      quote = await gateway.write(options, (tenant) => {
        const before = quoteOf(tenant, quote.id);
        const stored = memoryQuoteLine(tenant, before, line);
        ids.push(stored.id);
        return save(tenant, {
          ...before,
          lines: [...before.lines.filter(({ id }) => id !== stored.id), stored],
        });
      });
    } else ids.push(line.id);
  }
  if (ids.join() === quote.lines.map(({ id }) => id).join()) return quote;
  return gateway.write(options, (tenant) => {
    const before = quoteOf(tenant, quote.id);
    const kept = ids.flatMap((id) => before.lines.filter((line) => line.id === id));
    return save(tenant, { ...before, lines: kept });
  });
}

function quoteOf(tenant: MemoryTenant, id: string): MemoryQuote {
  return tenant.quotes.get(id) ?? noSuchRecord('quote', id);
}

function save(tenant: MemoryTenant, quote: MemoryQuote): MemoryQuote {
  tenant.quotes.set(quote.id, quote);
  return quote;
}
