import {
  isLoopback,
  isQuotebridgeError,
  type ConnectionCache,
  type HttpClient,
} from '@quotebridge/core/plugin';
import { isHaloRecord, type HaloRecord } from '../record/halo-record.js';
import type { HaloSettings } from '../settings/halo-settings.js';

/** Where tokens are given out. */
export interface AuthorisationServer {
  readonly tokenUrl: string;
  readonly tenant: string | undefined;
  /** True when the server just answered 5xx: then a failing sign-in says nothing about the credentials. */
  readonly failing: boolean;
}

const cacheKey = 'halopsa.authorisationServer';
const day = 86_400_000;
const hour = 3_600_000;

/**
 * Asks the server for the address of its authorisation server (`GET /api/AuthInfo`, without a token) and remembers the
 * answer for a day. A server that does not say is taken to give out tokens at `/auth/token`, which is asked again
 * after an hour. Makes no request when the answer is remembered, otherwise one.
 */
export async function findAuthorisationServer(
  http: HttpClient,
  cache: ConnectionCache,
  { server, tenant }: HaloSettings,
): Promise<AuthorisationServer> {
  const cached = await cache.get(cacheKey);
  const known = isHaloRecord(cached) && cached['server'] === server ? cached : undefined;
  const answer = known ?? (await askServer(http, server));
  const failing = answer === 'failing';
  const info = failing ? undefined : answer;
  if (known === undefined && !failing) {
    const entry = { server, authUrl: info?.['authUrl'] ?? null, tenant: info?.['tenant'] ?? null };
    await cache.set(cacheKey, entry as Record<string, string | null>, info === undefined ? hour : day);
  }
  const stated = info?.['tenant'];
  return {
    tokenUrl: `${trustedAuthUrl(info?.['authUrl'], server) ?? `${server}/auth`}/token`,
    tenant: tenant ?? (typeof stated === 'string' && stated !== '' ? stated : undefined),
    failing,
  };
}

async function askServer(http: HttpClient, server: string): Promise<HaloRecord | 'failing' | undefined> {
  try {
    const { status, json } = await http.request({
      effect: 'read',
      method: 'GET',
      url: `${server}/api/AuthInfo`,
    });
    if (status !== 200 || !isHaloRecord(json)) return undefined;
    const authUrl = trustedAuthUrl(json['auth_url'], server);
    return authUrl === undefined ? undefined : { authUrl, tenant: json['tenant_id'] };
  } catch (error) {
    // A server that answers 5xx may still give out tokens; one that does not answer will not.
    if (isQuotebridgeError(error, 'remote.unavailable') && error.details.status !== undefined)
      return 'failing';
    throw error;
  }
}

/**
 * The client secret goes to this address, so it must be encrypted, or stay on this machine at the server itself. That it
 * does not lead into a private network is seen to where the request is sent (`namedBy`).
 */
function trustedAuthUrl(value: unknown, server: string): string | undefined {
  if (typeof value !== 'string' || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  const home = new URL(server);
  const trusted =
    url.protocol === 'https:' ||
    (url.protocol === 'http:' &&
      isLoopback(url.hostname) &&
      url.host === home.host &&
      home.protocol === 'http:');
  return trusted && url.username === '' ? url.origin + url.pathname.replace(/\/+$/, '') : undefined;
}
