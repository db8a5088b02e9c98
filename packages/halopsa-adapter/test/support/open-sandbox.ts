import { startSandbox, type SandboxOptions } from '@quotebridge/halopsa-sandbox';
import { Secret, type Clock, type HttpRequest } from '@quotebridge/core/plugin';
import { HaloContactManager } from '../../src/halo-contact-manager.js';
import { FetchHttpClient } from './fetch-http-client.js';
import { MemoryCache } from './memory-cache.js';

const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** The adapter on a running sandbox, and a second way in that plays a person in the agent application. */
export interface OpenSandbox {
  readonly manager: HaloContactManager;
  readonly http: FetchHttpClient;
  readonly cache: MemoryCache;
  readonly secret: string;
  /** Requests of the API that the adapter makes while the work runs. */
  counting<Value>(
    work: () => Promise<Value>,
  ): Promise<{ readonly value: Value; readonly calls: readonly HttpRequest[] }>;
  /** A raw request of the API. */
  person(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Record<string, unknown>>;
  /** Raw bytes of the API. */
  bytes(path: string): Promise<Uint8Array>;
  /** A control request of the sandbox. */
  control(path: string, body?: unknown): Promise<unknown>;
  /** Another adapter on the same server; `pages` are core's pages of the settings. Its cache is its own unless given. */
  managerWith(halopsa?: object, account?: object, pages?: object, cache?: MemoryCache): HaloContactManager;
  close(): Promise<void>;
}

export async function openSandbox(options: SandboxOptions = {}, halopsa: object = {}): Promise<OpenSandbox> {
  const sandbox = await startSandbox({ port: 0, rateLimit: false, ...options });
  const http = new FetchHttpClient();
  const cache = new MemoryCache();
  const managerWith = (
    page: object = {},
    account: object = {},
    pages: object = {},
    shared = new MemoryCache(),
  ): HaloContactManager => {
    const clientSecret = new Secret(sandbox.clientSecret);
    const settings = {
      account: { serverUrl: sandbox.url, clientId: sandbox.clientId, clientSecret, ...account },
      halopsa: page,
      ...pages,
    };
    return new HaloContactManager(http, shared, systemClock, settings);
  };
  let token: string | undefined;
  return {
    manager: managerWith(halopsa, {}, {}, cache),
    http,
    cache,
    secret: sandbox.clientSecret,
    managerWith,
    close: () => sandbox.close(),
    async counting(work) {
      const before = http.requests.length;
      const value = await work();
      const calls = http.requests
        .slice(before)
        .filter(({ url }) => !url.includes('/auth/') && !url.endsWith('/AuthInfo'));
      return { value, calls };
    },
    async bytes(path) {
      token ??= await signIn(sandbox.url, sandbox.clientId, sandbox.clientSecret);
      const response = await fetch(`${sandbox.url}/api/${path}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return new Uint8Array(await response.arrayBuffer());
    },
    async person(method, path, body) {
      token ??= await signIn(sandbox.url, sandbox.clientId, sandbox.clientSecret);
      const response = await fetch(`${sandbox.url}/api/${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok)
        throw new Error(`${method} ${path} was answered with ${response.status}: ${await response.text()}`);
      return (await response.json()) as Record<string, unknown>;
    },
    async control(path, body) {
      const response = await fetch(`${sandbox.url}/__sandbox/${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        ...(body === undefined
          ? {}
          : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`__sandbox/${path} was answered with ${response.status}`);
      return (await response.json()) as unknown;
    },
  };
}

async function signIn(url: string, id: string, secret: string): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: id,
    client_secret: secret,
    scope: 'all',
  });
  const answer = (await (await fetch(`${url}/auth/token`, { method: 'POST', body })).json()) as {
    access_token: string;
  };
  return answer.access_token;
}
