import { runCommand, startCommand, type Ended, type Running } from './run-command.js';
import { startSandbox, type Sandbox, type SandboxOptions } from '@quotebridge/halopsa-sandbox';
import { expect } from 'chai';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const examples = fileURLToPath(new URL('../../../../examples/', import.meta.url));

export interface SandboxRequest {
  readonly method: string;
  readonly path: string;
  readonly write: boolean;
}

type Rows = readonly Record<string, unknown>[];

export interface SandboxData {
  readonly opportunities: Rows;
  readonly quotes: Rows;
  readonly items: Rows;
  readonly attachments: Rows;
}

/** A folder with a configuration, and a sandbox that it leads to. */
export class Workplace implements AsyncDisposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'quotebridge-test-'));
  readonly #sandbox: Sandbox | undefined;

  private constructor(sandbox: Sandbox | undefined) {
    this.#sandbox = sandbox;
  }

  /** With a sandbox and a configuration for it. */
  static async open(options: SandboxOptions = {}): Promise<Workplace> {
    const place = new Workplace(await startSandbox({ rateLimit: false, ...options }));
    place.writeConfiguration({});
    return place;
  }

  /** An empty folder: no configuration, no sandbox. */
  static empty(): Workplace {
    return new Workplace(undefined);
  }

  get sandbox(): Sandbox {
    if (this.#sandbox === undefined) throw new Error('this workplace has no sandbox');
    return this.#sandbox;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, content: string | Uint8Array): string {
    writeFileSync(this.path(name), content);
    return this.path(name);
  }

  /** JSON, which is YAML, too. */
  writeConfiguration(account: Record<string, unknown>, pages: Record<string, unknown> = {}): void {
    const { url, clientId, tenant } = this.sandbox;
    const settings = {
      account: { serverUrl: url, clientId, clientSecret: { env: 'HALO_SECRET' }, tenant, ...account },
      defaults: { ticketType: 'Opportunity', productGroup: 'Hardware' },
      ...pages,
    };
    const content = { version: 1, connections: { main: { plugin: 'halopsa', settings } } };
    this.write('quotebridge.yaml', `${JSON.stringify(content, undefined, 2)}\n`);
  }

  start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
    const secret = this.#sandbox?.clientSecret;
    return startCommand(args, {
      cwd: this.folder,
      env: { ...(secret === undefined ? {} : { HALO_SECRET: secret }), ...env },
      secrets: secret === undefined ? [] : [secret],
    });
  }

  async run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
    return this.start(args, env).ended;
  }

  /** Runs a command that must work. */
  async succeed(args: readonly string[]): Promise<Ended> {
    const ended = await this.run(args);
    expect(ended.code, `${args.join(' ')}\n${ended.stdout}${ended.stderr}`).to.equal(0);
    return ended;
  }

  async control(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.sandbox.url}/__sandbox/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    expect(response.ok, `${method} ${path}: ${response.status}`).to.equal(true);
    return response.json();
  }

  async requests(): Promise<readonly SandboxRequest[]> {
    return (await this.control('GET', 'requests')) as readonly SandboxRequest[];
  }

  async writes(): Promise<readonly SandboxRequest[]> {
    return (await this.requests()).filter((request) => request.write);
  }

  async data(): Promise<SandboxData> {
    return (await this.control('GET', 'state')) as SandboxData;
  }

  /** What a person at the PSA does to a record. */
  async asPerson(entity: string, record: Readonly<Record<string, unknown>>): Promise<void> {
    const { url, clientId, clientSecret, tenant } = this.sandbox;
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: 'all',
    });
    const signedIn = await fetch(`${url}/auth/token?tenant=${tenant}`, { method: 'POST', body });
    const { access_token: token } = (await signedIn.json()) as { access_token: string };
    const answer = await fetch(`${url}/api/${entity}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify([record]),
    });
    expect(answer.ok, `${entity}: ${answer.status}`).to.equal(true);
  }

  /** Keeps the state as it is now for `reset`. */
  keepState(): void {
    cpSync(this.path('.quotebridge'), this.path('kept-state'), { recursive: true });
  }

  /** The sandbox as it was at the start, and nothing remembered here but what was kept. */
  async reset(): Promise<void> {
    await this.control('DELETE', 'faults');
    await this.control('POST', 'reset');
    await this.control('DELETE', 'requests');
    rmSync(this.path('.quotebridge'), { recursive: true, force: true });
    if (existsSync(this.path('kept-state'))) {
      cpSync(this.path('kept-state'), this.path('.quotebridge'), { recursive: true });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#sandbox?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function example(name: string): string {
  return join(examples, name);
}

/** The example documents with one recurring price of AAAQ1001 changed. */
export function withOneLineChanged(): string {
  const text = readFileSync(example('quotes.csv'), 'utf8');
  const start = text.indexOf(',M365-BP,');
  return text.slice(0, start) + text.slice(start).replace(',22.00,198.00,', ',23.00,207.00,');
}

export { runCommand };
