import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createEngine,
  isQuotebridgeError,
  type Connection,
  type Engine,
  type JsonObject,
  type PushOptions,
  type PushResult,
  type QuoteDocument,
} from '@quotebridge/core';
import { openSqliteState } from '@quotebridge/core/sqlite-state';
import { startSandbox, type Sandbox, type SandboxOptions } from '@quotebridge/halopsa-sandbox';
import { pluginCandidate } from './plugin-candidate.js';

const clockTicks = 20;

export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly write: boolean;
  readonly stored: boolean;
}

export interface Fault {
  readonly match: { readonly method?: string; readonly path?: string; readonly nth?: number };
  readonly times?: number;
  readonly fault: { readonly type: string; readonly ms?: number; readonly retryAfter?: number };
}

/**
 * A sandbox tenant and engines on one state file. Each push opens an engine of its own, as each run of the command does;
 * only the file and the tenant outlive it.
 */
export class Tenant implements AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly settings: JsonObject;
  readonly #folder = mkdtempSync(join(tmpdir(), 'quotebridge-'));
  #states = 0;
  #later = 0;

  private constructor(sandbox: Sandbox, settings: JsonObject) {
    this.sandbox = sandbox;
    const { url: serverUrl, clientId, clientSecret, tenant } = sandbox;
    this.settings = {
      account: { serverUrl, clientId, clientSecret, tenant },
      defaults: { ticketType: 'Opportunity', productGroup: 'Hardware' },
      userMappings: { users: { dwhitfield: 'Dana Whitfield' } },
      ...settings,
    };
  }

  static async start(options: SandboxOptions = {}, settings: JsonObject = {}): Promise<Tenant> {
    return new Tenant(await startSandbox({ port: 0, rateLimit: false, ...options }), settings);
  }

  /** A state file that does not exist yet. */
  newState(): string {
    this.#states += 1;
    return join(this.#folder, `state-${this.#states}.sqlite`);
  }

  async engine(state: string): Promise<Engine> {
    return createEngine({
      plugins: [pluginCandidate('halopsa-adapter'), pluginCandidate('quotewerks-source')],
      state: await openSqliteState({ path: state }),
      resolveSecret: async () => undefined,
      clock: {
        now: () => Date.now() + this.#later,
        // Waits are short here: the sandbox settles at once.
        sleep: async (milliseconds, signal) => {
          await new Promise((resolve) => setTimeout(resolve, Math.min(milliseconds, clockTicks)));
          if (signal?.aborted === true) throw signal.reason;
        },
      },
    });
  }

  async connect<Result>(
    state: string,
    work: (connection: Connection) => Promise<Result>,
    settings: JsonObject = this.settings,
  ): Promise<Result> {
    await using engine = await this.engine(state);
    return await work(await engine.open('main', { plugin: 'halopsa', settings }));
  }

  push(
    state: string,
    document: QuoteDocument,
    options: PushOptions = {},
    settings: JsonObject = this.settings,
  ): Promise<PushResult> {
    return this.connect(state, (connection) => connection.push(document, options), settings);
  }

  /** Runs until it goes through, as a person would. */
  async pushUntilDone(state: string, document: QuoteDocument, options: PushOptions = {}): Promise<number> {
    for (let runs = 1; runs <= 5; runs += 1) {
      try {
        await this.push(state, document, options);
        return runs;
      } catch (error) {
        if (!isQuotebridgeError(error)) throw error;
      }
    }
    throw new Error('The push did not go through in five runs.');
  }

  async requests(): Promise<readonly LoggedRequest[]> {
    const answer = (await this.#control('requests')) as { requests?: readonly LoggedRequest[] };
    return answer.requests ?? (answer as unknown as readonly LoggedRequest[]);
  }

  async forgetRequests(): Promise<void> {
    await this.#control('requests', { method: 'DELETE' });
  }

  async fail(fault: Fault): Promise<void> {
    await this.#control('faults', { method: 'POST', body: JSON.stringify(fault) });
  }

  async forgetFaults(): Promise<void> {
    await this.#control('faults', { method: 'DELETE' });
  }

  /** Lets time pass for engines, in milliseconds; `reset` turns it back. */
  advance(milliseconds: number): void {
    this.#later += milliseconds;
  }

  async reset(): Promise<void> {
    this.#later = 0;
    await this.#control('faults', { method: 'DELETE' });
    await this.#control('reset', { method: 'POST' });
    await this.forgetRequests();
  }

  /** What a person at the PSA does. */
  async edit(entity: string, record: JsonObject): Promise<void> {
    await this.#asPerson(entity, { method: 'POST', body: JSON.stringify([record]) });
  }

  async delete(entity: string, id: number): Promise<void> {
    await this.#asPerson(`${entity}/${id}`, { method: 'DELETE' });
  }

  /** A record as HaloPSA shows it with its details. */
  async record(entity: string, id: number): Promise<Row> {
    return (await this.#asPerson(`${entity}/${id}?includedetails=true`, { method: 'GET' })) as Row;
  }

  async #asPerson(path: string, init: RequestInit): Promise<unknown> {
    const { url, clientId, clientSecret, tenant } = this.sandbox;
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: 'all',
    });
    const signedIn = await fetch(`${url}/auth/token?tenant=${tenant}`, { method: 'POST', body: form });
    const token = (await signedIn.json()) as { access_token: string };
    const headers: Record<string, string> = { authorization: `Bearer ${token.access_token}` };
    if (init.body !== undefined) headers['content-type'] = 'application/json';
    const answer = await fetch(`${url}/api/${path}`, { ...init, headers });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`The edit was refused: ${answer.status} ${text}`);
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  }

  async state(): Promise<TenantState> {
    return (await this.#control('state')) as TenantState;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.sandbox.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #control(path: string, init: RequestInit = {}): Promise<unknown> {
    const headers = init.body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await fetch(`${this.sandbox.url}/__sandbox/${path}`, { ...init, headers });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  }
}

export type Row = Readonly<Record<string, unknown>>;

export interface TenantState {
  readonly opportunities: readonly Row[];
  readonly quotes: readonly (Row & { readonly lines: readonly Row[] })[];
  readonly items: readonly Row[];
  readonly attachments: readonly Row[];
}
