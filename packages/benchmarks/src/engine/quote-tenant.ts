import { readFileSync } from 'node:fs';
import {
  createEngine,
  type Connection,
  type PluginCandidate,
  type PluginManifest,
  type QuoteDocument,
} from '@quotebridge/core';
import { openSqliteState } from '@quotebridge/core/sqlite-state';
import { startSandbox, type Sandbox } from '@quotebridge/halopsa-sandbox';

/** A sandbox tenant and a connection to it, whose state is in memory and whose products are known. */
export class QuoteTenant implements AsyncDisposable {
  readonly connection: Connection;
  readonly #sandbox: Sandbox;
  readonly #rest: AsyncDisposable;

  private constructor(sandbox: Sandbox, connection: Connection, rest: AsyncDisposable) {
    this.#sandbox = sandbox;
    this.connection = connection;
    this.#rest = rest;
  }

  static async start(): Promise<QuoteTenant> {
    const sandbox = await startSandbox({ port: 0, rateLimit: false });
    const engine = createEngine({
      plugins: [pluginCandidate('halopsa-adapter')],
      state: await openSqliteState({ path: ':memory:' }),
      resolveSecret: async () => undefined,
    });
    const { url: serverUrl, clientId, clientSecret, tenant } = sandbox;
    const connection = await engine.open('main', {
      plugin: 'halopsa',
      settings: {
        account: { serverUrl, clientId, clientSecret, tenant },
        defaults: { ticketType: 'Opportunity', productGroup: 'Hardware' },
        userMappings: { users: { dwhitfield: 'Dana Whitfield', erossi: 'Elena Rossi' } },
      },
    });
    await connection.synchroniseItems();
    return new QuoteTenant(sandbox, connection, engine);
  }

  /** How many requests the server counts while the work is done. */
  async requestsOf(work: () => Promise<unknown>): Promise<number> {
    const log = `${this.#sandbox.url}/__sandbox/requests`;
    await fetch(log, { method: 'DELETE' });
    await work();
    return ((await (await fetch(log)).json()) as readonly unknown[]).length;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#rest[Symbol.asyncDispose]();
    await this.#sandbox.close();
  }
}

/** A document of the examples that has no faults. */
export async function exampleDocument(file: string, wanted: string): Promise<QuoteDocument> {
  await using engine = createEngine({
    plugins: [pluginCandidate('quotewerks-source')],
    state: await openSqliteState({ path: ':memory:' }),
    resolveSecret: async () => undefined,
  });
  const bytes = new Uint8Array(readFileSync(new URL(`../../../../examples/${file}`, import.meta.url)));
  const found = (await engine.readDocuments({ name: file, bytes })).find(({ number }) => number === wanted);
  if (found?.document === undefined) throw new Error(`${file} has no ${wanted}.`);
  return found.document;
}

function pluginCandidate(folder: string): PluginCandidate {
  const root = new URL(`../../../${folder}/`, import.meta.url);
  const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
  const { name, version, quotebridge } = json('package.json') as {
    name: string;
    version: string;
    quotebridge: PluginManifest;
  };
  const settings = (quotebridge.contributes.contactManagers ?? []).map((entry) => entry.settings);
  return {
    name,
    version,
    manifest: quotebridge,
    files: Object.fromEntries(settings.map((path) => [path, json(path)])),
    load: () => import(new URL(quotebridge.main, root).href) as ReturnType<PluginCandidate['load']>,
  };
}
