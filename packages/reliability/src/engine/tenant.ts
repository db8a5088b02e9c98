import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createEngine,
  type Clock,
  type Connection,
  type Engine,
  type EngineOptions,
  type JsonObject,
  type PushOptions,
  type PushResult,
  type QuoteDocument,
} from '@quotebridge/core';
import { openSqliteState } from '@quotebridge/core/sqlite-state';
import { startSandbox, type Sandbox, type SandboxOptions } from '@quotebridge/halopsa-sandbox';
import { leaksInFolder, refuseLeaks } from '../redaction/leaks.js';
import { pluginCandidate } from './plugin-candidate.js';
import { quickClock } from './quick-clock.js';
import { SandboxControl } from './sandbox-control.js';

/**
 * A sandbox tenant, and engines on state files. Each push opens an engine of its own, as each run of the command does;
 * only the file and the tenant outlive it.
 */
export class Tenant implements AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly control: SandboxControl;
  readonly settings: JsonObject;
  readonly folder = mkdtempSync(join(tmpdir(), 'quotebridge-reliability-'));
  readonly #clock: Clock;
  #states = 0;

  private constructor(sandbox: Sandbox, settings: JsonObject, clock: Clock) {
    this.sandbox = sandbox;
    this.control = new SandboxControl(sandbox.url);
    this.#clock = clock;
    const { url: serverUrl, clientId, clientSecret, tenant } = sandbox;
    this.settings = {
      account: { serverUrl, clientId, clientSecret, tenant },
      defaults: { ticketType: 'Opportunity', productGroup: 'Hardware' },
      userMappings: { users: { dwhitfield: 'Dana Whitfield', erossi: 'Elena Rossi' } },
      ...settings,
    };
  }

  static async start(settings: JsonObject = {}, options: SandboxOptions = {}): Promise<Tenant> {
    const clock = quickClock();
    const sandbox = await startSandbox({
      port: 0,
      rateLimit: false,
      now: () => clock.now(),
      ...options,
    });
    return new Tenant(sandbox, settings, clock);
  }

  /** A state file that does not exist yet, or a copy of one that no engine has open. */
  newState(copyOf?: string): string {
    this.#states += 1;
    const state = join(this.folder, `state-${this.#states}.sqlite`);
    if (copyOf === undefined) return state;
    for (const part of ['', '-wal', '-shm'])
      if (existsSync(copyOf + part)) cpSync(copyOf + part, state + part);
    return state;
  }

  async engine(state: string, options: Partial<EngineOptions> = {}): Promise<Engine> {
    return createEngine({
      plugins: [pluginCandidate('halopsa-adapter'), pluginCandidate('quotewerks-source')],
      state: options.state ?? (await openSqliteState({ path: state })),
      resolveSecret: async () => undefined,
      clock: this.#clock,
      ...options,
    });
  }

  async connect<Result>(
    state: string,
    work: (connection: Connection) => Promise<Result>,
    options: Partial<EngineOptions> = {},
  ): Promise<Result> {
    await using engine = await this.engine(state, options);
    return await work(await engine.open('main', { plugin: 'halopsa', settings: this.settings }));
  }

  push(state: string, document: QuoteDocument, options: PushOptions = {}): Promise<PushResult> {
    return this.connect(state, (connection) => connection.push(document, options));
  }

  /** @throws when the secret or a token stands in one of its states */
  async [Symbol.asyncDispose](): Promise<void> {
    const tokens = (await this.control.tokens()).map(
      (token, index) => [`token ${index + 1}`, token] as const,
    );
    await this.sandbox.close();
    try {
      const secrets = { secret: this.sandbox.clientSecret, ...Object.fromEntries(tokens) };
      refuseLeaks(leaksInFolder(this.folder, secrets));
    } finally {
      rmSync(this.folder, { recursive: true, force: true });
    }
  }
}
