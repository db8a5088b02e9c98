import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@quotebridge/core';
import type { Sandbox } from '@quotebridge/halopsa-sandbox';
import { leaksInFolder, refuseLeaks } from '../redaction/leaks.js';
import { startCommand, type Ended, type Running } from './run-command.js';

/** A folder with a configuration and a state of its own: what one computer has. */
export class Machine implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'quotebridge-machine-'));
  readonly #sandbox: Sandbox;
  readonly #pages: JsonObject;
  readonly #secret: string;

  constructor(sandbox: Sandbox, pages: JsonObject) {
    this.#sandbox = sandbox;
    this.#pages = pages;
    const { url, clientId, clientSecret, tenant } = sandbox;
    this.#secret = clientSecret;
    const settings = {
      account: { serverUrl: url, clientId, clientSecret: { env: 'HALO_SECRET' }, tenant },
      defaults: { ticketType: 'Opportunity', productGroup: 'Hardware' },
      userMappings: { users: { dwhitfield: 'Dana Whitfield', erossi: 'Elena Rossi' } },
      ...pages,
    };
    const configuration = { version: 1, connections: { main: { plugin: 'halopsa', settings } } };
    writeFileSync(join(this.folder, 'quotebridge.yaml'), JSON.stringify(configuration));
  }

  start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
    const secrets = [this.#secret];
    return startCommand(args, { cwd: this.folder, env: { HALO_SECRET: this.#secret, ...env }, secrets });
  }

  async run(args: readonly string[]): Promise<Ended> {
    return this.start(args).ended;
  }

  /**
   * Runs a command that must work.
   *
   * @throws with everything it said when it did not
   */
  async succeed(args: readonly string[]): Promise<Ended> {
    const ended = await this.run(args);
    if (ended.code === 0) return ended;
    throw new Error(`${args.join(' ')} ended with ${ended.code}\n${ended.stdout}${ended.stderr}`);
  }

  /** Another computer with the same configuration and a copy of the state. */
  copy(): Machine {
    const copy = new Machine(this.#sandbox, this.#pages);
    if (existsSync(this.#state)) cpSync(this.#state, copy.#state, { recursive: true });
    return copy;
  }

  /** Remembers the state as it is now for `restoreState`. */
  keepState(): void {
    rmSync(this.#kept, { recursive: true, force: true });
    if (existsSync(this.#state)) cpSync(this.#state, this.#kept, { recursive: true });
  }

  /** The state as it was kept; none when none was. */
  restoreState(): void {
    rmSync(this.#state, { recursive: true, force: true });
    if (existsSync(this.#kept)) cpSync(this.#kept, this.#state, { recursive: true });
  }

  /** @throws when the secret stands in one of its files */
  [Symbol.dispose](): void {
    try {
      refuseLeaks(leaksInFolder(this.folder, { secret: this.#secret }));
    } finally {
      rmSync(this.folder, { recursive: true, force: true });
    }
  }

  get #state(): string {
    return join(this.folder, '.quotebridge');
  }

  get #kept(): string {
    return join(this.folder, 'kept-state');
  }
}
