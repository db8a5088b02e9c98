import type { DocumentLine, JsonObject, PushOptions, PushResult, QuoteDocument } from '@quotebridge/core';
import { exampleDocument } from '../engine/example-document.js';
import { opportunityRow, quoteRow, type QuoteRow } from '../engine/tenant-records.js';
import { Tenant, type Row } from '../engine/tenant.js';
import { rowDocument } from './row-document.js';

type Pages = Readonly<Record<string, JsonObject>>;

/** A sandbox tenant of a small catalogue that tests of a row share; each test has a state of its own. */
export class RowTenant implements AsyncDisposable {
  readonly tenant: Tenant;
  readonly #base: QuoteDocument;
  state: string;

  private constructor(tenant: Tenant, base: QuoteDocument) {
    this.tenant = tenant;
    this.#base = base;
    this.state = tenant.newState();
  }

  static async start(): Promise<RowTenant> {
    return new RowTenant(await Tenant.start({ items: 20 }), await exampleDocument('AAAQ1001'));
  }

  async reset(): Promise<void> {
    await this.tenant.reset();
    await this.switches({ lineDiscount: 'informational' });
    this.state = this.tenant.newState();
  }

  /** A document with these lines, and nothing else in it. */
  document(lines: readonly DocumentLine[], over: Partial<QuoteDocument> = {}): QuoteDocument {
    return rowDocument(this.#base, { number: 'ROW1', lines, ...over });
  }

  /** Pushes with some pages of the settings replaced in part. */
  push(document: QuoteDocument, pages: Pages = {}, options: PushOptions = {}): Promise<PushResult> {
    return this.tenant.push(this.state, document, options, this.settings(pages));
  }

  settings(pages: Pages): JsonObject {
    const { settings } = this.tenant;
    const entries = Object.entries(pages).map(([page, values]): readonly [string, JsonObject] => [
      page,
      { ...(settings[page] as JsonObject | undefined), ...values },
    ]);
    return { ...settings, ...Object.fromEntries(entries) };
  }

  async quote({ quote }: PushResult): Promise<QuoteRow> {
    return quoteRow(this.tenant, quote?.id);
  }

  async lines(result: PushResult): Promise<readonly Row[]> {
    return (await this.quote(result)).lines;
  }

  async opportunity({ opportunity }: PushResult): Promise<Row> {
    return opportunityRow(this.tenant, opportunity?.id);
  }

  async item(number: string): Promise<Row> {
    const fields = ['name', 'supplier_part_code', 'default_supplier_part_code', 'internalreference'];
    const items = (await this.tenant.state()).items.filter((row) =>
      fields.some((field) => row[field] === number),
    );
    if (items.length !== 1) throw new Error(`There are ${items.length} products ${number}.`);
    return items[0] as Row;
  }

  /** Bodies of the writes to one address since the requests were forgotten. */
  async writes(path: string): Promise<readonly Row[]> {
    const requests = (await this.tenant.requests()) as readonly {
      readonly path: string;
      readonly write: boolean;
      readonly body?: unknown;
    }[];
    return requests
      .filter((request) => request.write && request.path === path)
      .flatMap(({ body }) => body as Row[]);
  }

  async switches(values: Readonly<Record<string, unknown>>): Promise<void> {
    const answer = await fetch(`${this.tenant.sandbox.url}/__sandbox/switches`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(values),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.tenant[Symbol.asyncDispose]();
  }
}
