import type { QuoteLineFields, RecordId } from '@quotebridge/core/plugin';
import type { FaultKind } from '../suite/fault-kind.js';
import type { MemoryGateway } from './memory-gateway.js';
import { nextMemoryId } from './memory-id.js';
import type { MemoryTenant } from './memory-tenant.js';
import { noSuchRecord } from './no-such-record.js';

/** What a test may do behind the adapter's back. */
export class MemoryControl {
  readonly tenant: MemoryTenant;
  readonly #gateway: MemoryGateway;

  constructor(tenant: MemoryTenant, gateway: MemoryGateway) {
    this.tenant = tenant;
    this.#gateway = gateway;
  }

  /** Requests so far. */
  get counts(): { readonly read: number; readonly write: number } {
    return this.#gateway.counts;
  }

  /** Every request from now on meets this fault; undefined: all is well again. */
  fault(kind: FaultKind | undefined): void {
    this.#gateway.fault = kind;
  }

  /** The next write, or the one that comes as number `nth`, is carried out, but its answer gets lost. */
  dropAnswer(nth = 1): void {
    this.#gateway.dropAnswer(nth);
  }

  /** Adds a line as a person in the PSA would: at the end, without a key of ours. */
  addForeignLine(quoteId: RecordId, fields: QuoteLineFields): RecordId {
    const quote = this.tenant.quotes.get(quoteId) ?? noSuchRecord('quote', quoteId);
    const id = nextMemoryId(this.tenant, 'line');
    this.tenant.quotes.set(quoteId, { ...quote, lines: [...quote.lines, { ...fields, id }] });
    return id;
  }

  /** Adds a note to an opportunity as a person in the PSA would. */
  addNote(opportunityId: RecordId, text: string): void {
    const { notes } = this.tenant;
    notes.set(opportunityId, [...(notes.get(opportunityId) ?? []), text]);
  }

  download(attachmentId: RecordId): Uint8Array {
    const file = this.tenant.attachments.get(attachmentId) ?? noSuchRecord('attachment', attachmentId);
    return file.bytes.slice();
  }
}
