import {
  isQuotebridgeError,
  type Clock,
  type ConnectionCache,
  type HttpClient,
} from '@quotebridge/core/plugin';
import { isHaloRecord } from '../record/halo-record.js';
import type { HaloSettings } from '../settings/halo-settings.js';
import type { AccessToken } from './access-token.js';
import { findAuthorisationServer } from './authorisation-server.js';
import { tenantOrAgentRejected, tokenFailure } from './token-failure.js';

/** For a server that does not state how long its token lasts, in seconds. HaloPSA's usual figure is 3600. */
const cautiousLifetime = 600;

/** Part of its life after which a token is replaced. */
const usefulPart = 0.8;

/**
 * Asks for a token with the client credentials (OAuth 2.0, section 4.4). One request, and one more when the
 * authorisation server is not remembered.
 *
 * @throws `auth.rejected`, `permission.missing` (scope), `remote.rateLimited`, `remote.unavailable`, `remote.unexpected`.
 */
export async function requestToken(
  http: HttpClient,
  cache: ConnectionCache,
  clock: Clock,
  settings: HaloSettings,
): Promise<AccessToken> {
  const { tokenUrl, tenant, failing } = await findAuthorisationServer(http, cache, settings);
  const askedAt = clock.now();
  const response = await http
    .request({
      effect: 'read',
      method: 'POST',
      url: tokenUrl,
      namedBy: settings.server,
      query: { tenant },
      form: {
        grant_type: 'client_credentials',
        client_id: settings.clientId,
        client_secret: settings.clientSecret.reveal(),
        scope: settings.scope,
      },
    })
    .catch((error: unknown) => {
      if (isQuotebridgeError(error, 'remote.unavailable') && error.details.status === 500 && !failing) {
        throw tenantOrAgentRejected(settings, 500);
      }
      throw error;
    });
  const { status, json } = response;
  if (status === 500) throw tenantOrAgentRejected(settings, 500);
  if (status !== 200 || !isHaloRecord(json)) throw tokenFailure(response, settings);
  const value = json['access_token'];
  if (typeof value !== 'string' || value === '') throw tokenFailure(response, settings);
  const stated = Number(json['expires_in']);
  const lifetime = (stated > 0 ? stated : cautiousLifetime) * 1000;
  return {
    value,
    scope: typeof json['scope'] === 'string' ? json['scope'] : '',
    renewAt: askedAt + lifetime * usefulPart,
    endsAt: askedAt + lifetime,
  };
}
