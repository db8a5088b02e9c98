import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createEngine,
  type Clock,
  type Connection,
  type JsonObject,
  type StateStore,
} from '@quotebridge/core';
import { openSqliteState } from '@quotebridge/core/sqlite-state';
import { startSandbox, type Sandbox } from '@quotebridge/halopsa-sandbox';
import { pluginCandidate } from '../engine/plugin-candidate.js';
import { quickClock } from '../engine/quick-clock.js';
import { SandboxControl } from '../engine/sandbox-control.js';

const plugins = [pluginCandidate('halopsa-adapter'), pluginCandidate('quotewerks-source')];

/** In the memory, where the system has such a place: no schedule lasts longer than its process. */
const quickest = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** The tenant that all schedules of a run use one after the other, and the state files of its machines. */
export class ScheduleTenant implements AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly control: SandboxControl;
  readonly #folder = mkdtempSync(join(quickest, 'quotebridge-schedules-'));
  readonly #clock: Clock;
  #states = 0;
  #processes = 0;

  private constructor(sandbox: Sandbox, clock: Clock) {
    this.sandbox = sandbox;
    this.control = new SandboxControl(sandbox.url);
    this.#clock = clock;
  }

  static async start(): Promise<ScheduleTenant> {
    const clock = quickClock();
    return new ScheduleTenant(
      await startSandbox({ rateLimit: false, items: 20, now: () => clock.now() }),
      clock,
    );
  }

  newState(): string {
    this.#states += 1;
    return join(this.#folder, `state-${this.#states}.sqlite`);
  }

  /** A copy of a state file that no engine has open, under a name of its own. */
  async copyState(path: string): Promise<string> {
    const copy = this.newState();
    for (const part of ['', '-wal', '-shm']) await cp(path + part, copy + part).catch(() => undefined);
    return copy;
  }

  /**
   * Does something with a connection, as one run of the command does.
   *
   * @param disturb makes a state of the state: whoever returns another one says how it behaves.
   */
  async connect<Result>(
    path: string,
    work: (connection: Connection, read: (file: Uint8Array) => Promise<unknown>) => Promise<Result>,
    disturb: (state: StateStore) => StateStore = (state) => state,
  ): Promise<Result> {
    this.#processes += 1;
    const owner = `process:${this.#processes}`;
    // Every process but this one is gone.
    const isProcessAlive = (name: string): boolean => name.startsWith(`${owner}:`) || name === owner;
    const state = await openSqliteState({ path, isProcessAlive });
    await using engine = createEngine({
      plugins,
      state: disturb(state),
      owner,
      resolveSecret: async () => undefined,
      clock: this.#clock,
    });
    const read = async (bytes: Uint8Array): Promise<unknown> => {
      const [found] = await engine.readDocuments({ name: 'random.json', bytes });
      if (found?.document === undefined)
        throw new Error(`The document is not valid: ${JSON.stringify(found)}`);
      return found.document;
    };
    const connection = await engine.open('main', { plugin: 'halopsa', settings: this.#settings });
    return await work(connection, read);
  }

  async reset(): Promise<void> {
    await this.control.reset();
    rmSync(this.#folder, { recursive: true, force: true });
    mkdirSync(this.#folder, { recursive: true });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.sandbox.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get #settings(): JsonObject {
    const { url: serverUrl, clientId, clientSecret, tenant } = this.sandbox;
    return {
      account: { serverUrl, clientId, clientSecret, tenant },
      defaults: { ticketType: 'Opportunity', productGroup: 'Hardware' },
      userMappings: { users: { dwhitfield: 'Dana Whitfield' } },
    };
  }
}
