import type { Sandbox } from '@quotebridge/halopsa-sandbox';
import type { Row, SandboxControl } from '../engine/sandbox-control.js';

export interface QuoteRow extends Row {
  readonly lines: readonly Row[];
}

/** Somebody who works in the PSA: looks at the records and edits them, over the API. */
export class PsaPerson {
  readonly #sandbox: Sandbox;
  readonly #control: SandboxControl;
  #token: string | undefined;

  constructor(sandbox: Sandbox, control: SandboxControl) {
    this.#sandbox = sandbox;
    this.#control = control;
  }

  /** The quotes with that marker. */
  async quotes(marker: string): Promise<readonly QuoteRow[]> {
    const rows = (await this.#control.data('quotes'))['quotes'] ?? [];
    return rows.filter((row) => row['third_party_number'] === marker) as QuoteRow[];
  }

  async renameOpportunity(id: unknown, summary: string): Promise<void> {
    await this.#post('Opportunities', { id, summary });
  }

  async renameQuote({ id, lines }: QuoteRow, title: string): Promise<void> {
    await this.#post('Quotation', { id, title, lines });
  }

  async writeLines({ id }: QuoteRow, lines: readonly Row[]): Promise<void> {
    await this.#post('Quotation', { id, lines });
  }

  async #post(entity: string, record: Row): Promise<void> {
    const { url } = this.#sandbox;
    const send = async (): Promise<Response> =>
      fetch(`${url}/api/${entity}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${await this.#signIn()}` },
        body: JSON.stringify([record]),
      });
    let answer = await send();
    if (answer.status === 401) {
      this.#token = undefined;
      answer = await send();
    }
    if (!answer.ok) throw new Error(`The edit was refused: ${answer.status} ${await answer.text()}`);
  }

  async #signIn(): Promise<string> {
    if (this.#token !== undefined) return this.#token;
    const { url, clientId, clientSecret, tenant } = this.#sandbox;
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: 'all',
    });
    const answer = await fetch(`${url}/auth/token?tenant=${tenant}`, { method: 'POST', body: form });
    this.#token = ((await answer.json()) as { access_token: string }).access_token;
    return this.#token;
  }
}
