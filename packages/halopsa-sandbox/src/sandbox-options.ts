import type { RateLimitOptions } from './http/rate-limit.js';
import type { SeedFile } from './seed/seed.js';
import type { Switches } from './switches/switch-table.js';

export interface SandboxOptions {
  /** TCP port; 0 (the default) takes a free one. */
  readonly port?: number;
  /** Address to listen on, default 127.0.0.1. */
  readonly host?: string;
  /** A seed, or the path of a JSON file with one; default: the built-in tenant. */
  readonly seed?: SeedFile | string;
  /** Size of the product catalogue; default 600 in the built-in tenant. */
  readonly items?: number;
  readonly switches?: Partial<Switches>;
  /** Default 700 requests in 300,000 ms; false = none. */
  readonly rateLimit?: RateLimitOptions | false;
  /** Milliseconds since 1970; default: the real time. */
  readonly now?: () => number;
}
