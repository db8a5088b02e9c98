import type { AddressInfo } from 'node:net';
import { buildServer } from './http/build-server.js';
import { SandboxState } from './http/sandbox-state.js';
import type { SandboxOptions } from './sandbox-options.js';
import { loadSeed } from './seed/load-seed.js';

/** A running sandbox. */
export interface Sandbox {
  /** Where it listens, without a slash at the end. The API is at `{url}/api`, the authorisation server at `{url}/auth`. */
  readonly url: string;
  readonly port: number;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tenant: string;
  /** Stops it and drops open connections. May be called more than once. */
  close(): Promise<void>;
}

/**
 * Starts a HaloPSA-compatible server.
 * @throws {InvalidSeedError} for a seed that cannot be used
 * @throws {InvalidSwitchError} for a switch that does not exist
 * @throws the system's error when the port is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const seed = loadSeed(options.seed, options.items);
  const state = new SandboxState({ ...options, seed, now: options.now ?? Date.now });
  const closing = new AbortController();
  const app = buildServer(state, closing.signal);
  const host = options.host ?? '127.0.0.1';
  await app.listen({ host, port: options.port ?? 0 });
  const { port } = app.server.address() as AddressInfo;
  let closed: Promise<void> | undefined;
  return {
    url: `http://${reachable(host)}:${port}`,
    port,
    clientId: seed.application.clientId,
    clientSecret: seed.application.clientSecret,
    tenant: seed.tenant,
    close: () => {
      closing.abort();
      closed ??= app.close().then(() => undefined);
      return closed;
    },
  };
}

/** An address a client can use: one that means "all addresses" is none. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
