import {
  createEngine,
  type Clock,
  type JsonObject,
  type OpenOptions,
  type QuoteDocument,
} from '@quotebridge/core';
import { openSqliteState } from '@quotebridge/core/sqlite-state';
import { startSandbox, type Sandbox, type SandboxOptions } from '@quotebridge/halopsa-sandbox';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pluginCandidate } from './plugin-candidate.js';

/** A clock that runs many times as fast, for sandbox and engines alike: five minutes are over in some seconds. */
export function fastClock(times: number): Clock {
  const began = Date.now();
  return {
    now: () => Math.floor(began + (Date.now() - began) * times),
    sleep: async (milliseconds, signal) => {
      if (signal?.aborted === true) throw signal.reason;
      await new Promise<void>((resolve, reject) => {
        const stop = (): void => {
          clearTimeout(timer);
          reject(signal?.reason as Error);
        };
        const timer = setTimeout(() => {
          signal?.removeEventListener('abort', stop);
          resolve();
        }, milliseconds / times);
        signal?.addEventListener('abort', stop, { once: true });
      });
    },
  };
}

/** A sandbox with a limit of requests, and engines that share one state and its time. */
export class BulkRun implements AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly clock: Clock;
  readonly #folder = mkdtempSync(join(tmpdir(), 'quotebridge-'));
  #isReady = false;

  private constructor(sandbox: Sandbox, clock: Clock) {
    this.sandbox = sandbox;
    this.clock = clock;
  }

  static async start(times: number, options: SandboxOptions): Promise<BulkRun> {
    const clock = fastClock(times);
    return new BulkRun(await startSandbox({ port: 0, now: () => clock.now(), ...options }), clock);
  }

  /** Pushes documents one after the other, as one process of several may. */
  async push(
    documents: readonly QuoteDocument[],
    options: OpenOptions = { priority: 'bulk' },
    pages: JsonObject = {},
  ): Promise<void> {
    await using engine = createEngine({
      plugins: [pluginCandidate('halopsa-adapter'), pluginCandidate('quotewerks-source')],
      state: await openSqliteState({ path: join(this.#folder, 'state.sqlite') }),
      resolveSecret: async () => undefined,
      clock: this.clock,
    });
    const { url: serverUrl, clientId, clientSecret, tenant } = this.sandbox;
    const settings = {
      account: { serverUrl, clientId, clientSecret, tenant },
      defaults: { ticketType: 'Opportunity', productGroup: 'Hardware' },
      products: { emptyPartNumbers: { product: 'MISC' } },
      ...pages,
    };
    const connection = await engine.open('main', { plugin: 'halopsa', settings }, options);
    if (!this.#isReady) await connection.synchroniseItems();
    this.#isReady = true;
    for (const document of documents) await connection.push(document);
  }

  /** How many requests were carried out, and how many refused. */
  async answers(): Promise<{ readonly passed: number; readonly refused: number }> {
    const answer = await fetch(`${this.sandbox.url}/__sandbox/requests`);
    const log = (await answer.json()) as readonly { readonly status: number | null }[];
    const refused = log.filter(({ status }) => status === 429).length;
    return { passed: log.length - refused, refused };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.sandbox.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The document under many numbers. */
export function copiesOf(document: QuoteDocument, count: number, prefix = 'BULK'): readonly QuoteDocument[] {
  return Array.from({ length: count }, (_, index) => ({
    ...document,
    number: `${prefix}${index + 1}`,
    name: `${document.name} ${prefix}${index + 1}`,
  }));
}
