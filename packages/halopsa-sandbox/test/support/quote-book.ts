import { startSandbox } from '../../src/index.js';
import { SandboxClient, type Json } from './sandbox-client.js';
import { acme } from './seeded.js';

/** A client with shortcuts for quotes; its clock stands still. */
export class QuoteBook extends SandboxClient {
  static async open(): Promise<QuoteBook> {
    const book = new QuoteBook(await startSandbox({ now: () => Date.parse('2026-11-23T10:00:00Z') }));
    await book.login();
    return book;
  }

  async save(fields: Record<string, unknown>): Promise<Json> {
    return (await this.post('/api/Quotation', [fields])).body;
  }

  create(lines: unknown[], fields: Record<string, unknown> = {}): Promise<Json> {
    return this.save({ client_id: acme.client, title: 'Test', lines, ...fields });
  }

  async read(id: unknown): Promise<Json> {
    return (await this.get(`/api/Quotation/${String(id)}?includedetails=true`)).body;
  }
}

export function linesOf(quote: Json): Json[] {
  return quote['lines'] as unknown as Json[];
}

export function named(quote: Json): unknown[] {
  return linesOf(quote).map(({ name }) => name);
}
