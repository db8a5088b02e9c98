import type {
  Marker,
  QuoteLineFields,
  QuoteLineWrite,
  StoredQuote,
  WriteAnswer,
} from '@quotebridge/core/plugin';
import type { Switches } from '@quotebridge/halopsa-sandbox';
import { openSandbox, type OpenSandbox } from './open-sandbox.js';
import { creates, linkedNames, quoteHeader, quoteLines } from './wanted-quote.js';

export const quoteMarker: Marker = { key: 'quotebridge:AAAQ1001' };

/** Quotes of one opportunity on a sandbox, and what a person does to them. */
export class SandboxQuotes {
  readonly sandbox: OpenSandbox;
  readonly opportunityId: string;

  private constructor(sandbox: OpenSandbox, opportunityId: string) {
    this.sandbox = sandbox;
    this.opportunityId = opportunityId;
  }

  static async open(switches: Partial<Switches> = {}, halopsa: object = {}): Promise<SandboxQuotes> {
    const sandbox = await openSandbox({ switches }, halopsa);
    const fields = { title: 'Office move', clientId: '101', siteId: '201', ticketTypeId: '33' };
    return new SandboxQuotes(sandbox, (await sandbox.manager.opportunities.create(fields, quoteMarker)).id);
  }

  create(lines: Readonly<Record<string, QuoteLineFields>> = quoteLines): Promise<WriteAnswer<StoredQuote>> {
    return this.sandbox.manager.quotes.create(quoteHeader(this.opportunityId), creates(lines), quoteMarker, {
      linked: linkedNames,
    });
  }

  async get(id: string): Promise<StoredQuote> {
    const quote = await this.sandbox.manager.quotes.get(id, { linked: linkedNames });
    if (quote === undefined) throw new Error(`quote ${id} is gone`);
    return quote;
  }

  /** As the agent application does it: all lines are sent, the new one without an id. */
  async personAdds(id: string, line: object, keep: StoredQuote): Promise<void> {
    const kept = (keep.lines ?? []).map((stored) => ({ id: Number(stored.id) }));
    await this.sandbox.person('POST', 'Quotation', [{ id: Number(id), lines: [...kept, line] }]);
  }

  /** The line as the API shows it. */
  async rawLine(quoteId: string, lineId: string | undefined): Promise<object> {
    const quote = await this.sandbox.person('GET', `Quotation/${quoteId}?includedetails=true`);
    return (quote['lines'] as { id: number }[]).find(({ id }) => String(id) === lineId) ?? {};
  }
}

/** The list for an update: lines of ours by key, lines of people as they are. */
export function updatesOf(
  quote: StoredQuote,
  wanted: Readonly<Record<string, QuoteLineFields>>,
): readonly QuoteLineWrite[] {
  const ids = new Map((quote.lines ?? []).map(({ key, id }) => [key, id]));
  const own = Object.entries(wanted).map(([key, fields]): QuoteLineWrite => {
    const id = ids.get(key);
    return id === undefined ? { action: 'create', key, fields } : { action: 'update', id, key, fields };
  });
  const foreign = (quote.lines ?? []).filter(({ key }) => key === undefined);
  return [...own, ...foreign.map((line): QuoteLineWrite => ({ action: 'foreign', id: line.id, line }))];
}
