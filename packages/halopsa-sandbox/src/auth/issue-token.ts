import { ApiError } from '../http/api-error.js';
import type { SandboxState } from '../http/sandbox-state.js';
import { isSet } from '../tenant/row.js';
import { covers, knownScopes } from './scopes.js';

/** What a client sent to the token endpoint, the tenant from the form or the query. */
export interface TokenRequest {
  readonly form: ReadonlyMap<string, string>;
  readonly tenant: string | undefined;
}

/**
 * Client-credentials grant. OAuth errors have OAuth bodies; a wrong tenant, or an application whose agent is missing or
 * disabled, crashes the real authorisation server, which answers 500 with a page.
 * @throws {ApiError}
 */
export function issueToken({ form, tenant }: TokenRequest, state: SandboxState): Record<string, unknown> {
  const { application, tenant: ownTenant } = state.seed;
  if (tenant && tenant.toLowerCase() !== ownTenant.toLowerCase())
    throw new ApiError(500, errorPage, 'text/html; charset=utf-8');
  if (form.get('grant_type') !== 'client_credentials') {
    throw oauthError(400, 'unsupported_grant_type', 'The specified grant type is not supported.');
  }
  if (
    form.get('client_id') !== application.clientId ||
    form.get('client_secret') !== application.clientSecret
  ) {
    throw oauthError(401, 'invalid_client', 'The specified client credentials are invalid.');
  }
  const agent = state.world.tenant.find('agents', state.world.tenant.agentId);
  if (!agent || isSet(agent, 'isdisabled')) throw new ApiError(500, errorPage, 'text/html; charset=utf-8');
  const scopes = grantedScopes(form.get('scope') ?? '', application.scopes, state);
  const seconds = state.world.switches.get('tokenSeconds');
  return {
    scope: scopes.join(' '),
    token_type: 'Bearer',
    access_token: state.tokens.issue(scopes, state.world.now() + seconds * 1000),
    expires_in: seconds,
  };
}

/**
 * What the application may have of what was asked: the scope itself, or, for a collective scope it does not hold, all it
 * holds. The switch `scopeBeyondApplication` decides whether more than that is refused.
 * @throws {ApiError} 400 for an unknown scope, and for one the application does not hold
 */
function grantedScopes(asked: string, allowed: readonly string[], { world }: SandboxState): string[] {
  const scopes = asked.split(/\s+/).filter((scope) => scope !== '');
  const permissions = new Set(allowed);
  const refusesMore = world.switches.get('scopeBeyondApplication') === 'refuse';
  const refused = scopes.find(
    (scope) => !knownScopes.has(scope) || (refusesMore && !covers(permissions, scope)),
  );
  if (refused !== undefined) throw oauthError(400, 'invalid_scope', `The scope "${refused}" is not allowed.`);
  const granted = scopes.flatMap((scope) => {
    if (covers(permissions, scope)) return [scope];
    const held = new Set([scope]);
    return collective.has(scope) ? allowed.filter((one) => covers(held, one)) : [];
  });
  return [...new Set(granted)];
}

const collective = new Set(['all', 'all:standard']);

function oauthError(status: number, error: string, description: string): ApiError {
  return new ApiError(status, { error, error_description: description });
}

const errorPage =
  '<!DOCTYPE html><html><head><title>Error</title></head><body><h1>Error.</h1><p>An error occurred while processing your request.</p></body></html>';
