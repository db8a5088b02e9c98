import {
  decimal,
  type FieldValues,
  type QuoteLineFields,
  type QuoteLineWrite,
  type StoredQuoteLine,
} from '@quotebridge/core/plugin';
import { writtenValues } from './memory-field-values.js';
import { nextMemoryId } from './memory-id.js';
import type { MemoryQuote, MemoryTenant } from './memory-tenant.js';
import { noSuchRecord } from './no-such-record.js';

/** One line after the write. A line that stays keeps its id. */
export function memoryQuoteLine(
  tenant: MemoryTenant,
  before: MemoryQuote,
  write: QuoteLineWrite,
): StoredQuoteLine {
  const written = (
    id: string,
    key: string,
    fields: QuoteLineFields,
    linked?: FieldValues,
  ): StoredQuoteLine => ({
    ...fields,
    id,
    key,
    amount: decimal.multiply(fields.quantity, fields.price),
    linked: writtenValues(tenant, 'lineItems', linked, fields.linked),
  });
  if (write.action === 'create') return written(nextMemoryId(tenant, 'line'), write.key, write.fields);
  const existing = before.lines.find((line) => line.id === write.id) ?? noSuchRecord('quote line', write.id);
  switch (write.action) {
    case 'keep':
      return existing;
    case 'update':
      return written(existing.id, write.key, write.fields, existing.linked);
    case 'foreign':
      return { ...existing, ...(write.line.position === undefined ? {} : { position: write.line.position }) };
  }
}
