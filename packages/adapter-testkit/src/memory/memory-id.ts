import type { RecordId } from '@quotebridge/core/plugin';
import type { MemoryTenant } from './memory-tenant.js';

/**
 * Ids that only survive as text: too large for a JavaScript number, and the same again for each kind of record. Whoever
 * counts with them or mixes kinds gets wrong records.
 */
export function memoryId(number: number): RecordId {
  return `9007199254740993${String(number).padStart(3, '0')}`;
}

export function nextMemoryId(tenant: MemoryTenant, kind: string): RecordId {
  const number = (tenant.idsUsed.get(kind) ?? 0) + 1;
  tenant.idsUsed.set(kind, number);
  return memoryId(number);
}
