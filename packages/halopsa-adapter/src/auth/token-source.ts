import {
  QuotebridgeError,
  type Clock,
  type ConnectionCache,
  type HttpClient,
} from '@quotebridge/core/plugin';
import type { HaloSettings } from '../settings/halo-settings.js';
import type { AccessToken } from './access-token.js';
import { openToken, sealToken } from './sealed-token.js';
import { requestToken } from './token-endpoint.js';

const cacheKey = 'halopsa.token';

/**
 * Gives out the token of the connection. It is asked for once, however many requests wait for it, replaced before it
 * ends, and shared with other processes in sealed form.
 */
export class TokenSource {
  readonly #http: HttpClient;
  readonly #cache: ConnectionCache;
  readonly #clock: Clock;
  readonly #settings: HaloSettings;
  #token: AccessToken | undefined;
  #rejected: string | undefined;
  #pending: Promise<AccessToken> | undefined;

  constructor(http: HttpClient, cache: ConnectionCache, clock: Clock, settings: HaloSettings) {
    this.#http = http;
    this.#cache = cache;
    this.#clock = clock;
    this.#settings = settings;
  }

  /** @throws as `requestToken`, and `cancelled` when the signal fires while waiting. */
  async get(signal?: AbortSignal): Promise<AccessToken> {
    if (this.#token !== undefined && this.#isFresh(this.#token)) return this.#token;
    if (signal?.aborted === true) throw cancelled();
    this.#pending ??= this.#renew().finally(() => {
      this.#pending = undefined;
    });
    return untilAborted(this.#pending, signal);
  }

  /** Tells that the server refused this token: it will not be given out again. */
  reject(token: AccessToken): void {
    this.#rejected = token.value;
    if (this.#token?.value === token.value) this.#token = undefined;
  }

  /** The signal of one caller must not end the request that others wait for, so it is not passed on. */
  async #renew(): Promise<AccessToken> {
    const shared = await openToken(await this.#cache.get(cacheKey), this.#settings);
    if (shared !== undefined && this.#isFresh(shared) && shared.value !== this.#rejected) {
      this.#token = shared;
      return shared;
    }
    const token = await requestToken(this.#http, this.#cache, this.#clock, this.#settings);
    this.#token = token;
    this.#rejected = undefined;
    await this.#cache.set(cacheKey, await sealToken(token, this.#settings), token.endsAt - this.#clock.now());
    return token;
  }

  #isFresh(token: AccessToken): boolean {
    return this.#clock.now() < token.renewAt;
  }
}

async function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return promise;
  let stop = (): void => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(cancelled());
    signal.addEventListener('abort', stop, { once: true });
  });
  return Promise.race([promise, aborted]).finally(() => signal.removeEventListener('abort', stop));
}

function cancelled(): QuotebridgeError {
  return new QuotebridgeError('cancelled', 'Cancelled while signing in to HaloPSA.');
}
