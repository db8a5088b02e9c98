import { QuotebridgeError, type HttpResponse } from '@quotebridge/core/plugin';
import { faultMessage } from '../api/fault-message.js';
import { withoutSecrets } from '../api/without-secrets.js';
import { isHaloRecord } from '../record/halo-record.js';
import type { HaloSettings } from '../settings/halo-settings.js';

/** Translates an answer of the token endpoint that holds no token. Names settings, never their secret values. */
export function tokenFailure(answer: HttpResponse, settings: HaloSettings): QuotebridgeError {
  const response = withoutSecrets(answer, settings.clientSecret.reveal());
  const { status, json } = response;
  const fault = isHaloRecord(json) && typeof json['error'] === 'string' ? json['error'] : '';
  const said = faultMessage(response);
  if (fault === 'invalid_scope') return scopeRejected(settings, said, status);
  if (status === 400 || status === 401 || status === 403) {
    return credentialsRejected(settings, fault === '' ? said : `${fault}: ${said}`, status);
  }
  return new QuotebridgeError(
    'remote.unexpected',
    `${settings.server} did not give out a token: it answered with status ${status} where a token was expected.`,
    {
      status,
      next: 'Check the setting /account/serverUrl: it must be the address that people sign in to HaloPSA at.',
    },
  );
}

/** HaloPSA answers a wrong tenant and a missing agent with a page of status 500 (seen with several public clients). */
export function tenantOrAgentRejected(settings: HaloSettings, status: number): QuotebridgeError {
  return new QuotebridgeError(
    'auth.rejected',
    `HaloPSA at ${settings.server} failed while signing in: wrong tenant, or the agent to log in as is missing or disabled.`,
    {
      status,
      faults: [
        {
          at: '/account/tenant',
          value: settings.tenant ?? '(as the server states)',
          expected: 'the tenant of this server',
        },
      ],
      next: 'Compare the tenant with Configuration > Integrations > HaloPSA API, and look at “Agent to log in as” of the application.',
    },
  );
}

function credentialsRejected(settings: HaloSettings, said: string, status: number): QuotebridgeError {
  return new QuotebridgeError(
    'auth.rejected',
    `HaloPSA at ${settings.server} rejected the client ID or its secret (${said}).`,
    {
      status,
      faults: [
        {
          at: '/account/clientId',
          value: settings.clientId,
          expected: 'the client ID of an active API application',
        },
        { at: '/account/clientSecret', expected: 'the client secret of the same application' },
      ],
      next: 'Copy both from the application under Configuration > Integrations > HaloPSA API > View Applications; its method must be “Client ID and Secret (Services)”.',
    },
  );
}

function scopeRejected(settings: HaloSettings, said: string, status: number): QuotebridgeError {
  return new QuotebridgeError(
    'permission.missing',
    `HaloPSA does not grant the scope “${settings.scope}” (${said}).`,
    {
      status,
      faults: [{ at: '/account/scope', value: settings.scope, expected: 'scopes that the application has' }],
      next: 'Tick the permissions on the application’s Permissions tab, or ask for fewer.',
    },
  );
}
