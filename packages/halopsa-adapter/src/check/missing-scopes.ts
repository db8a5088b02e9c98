import type { CallOptions, MissingPermission, PlannedWrite } from '@quotebridge/core/plugin';
import { entities, type Entity } from '../api/entities.js';
import type { HaloApi } from '../api/halo-api.js';
import { mayCoverEverything, scopesIn } from '../profile/feature-scopes.js';

/** Where each kind of write goes. */
const written: Readonly<Record<PlannedWrite, Entity>> = {
  item: entities.item,
  itemUpdate: entities.item,
  contact: entities.client,
  opportunity: entities.opportunity,
  completion: entities.opportunity,
  quote: entities.quote,
  attachment: entities.attachment,
  reopening: entities.opportunity,
  opportunityRemoval: entities.opportunity,
  quoteRemoval: entities.quote,
  attachmentRemoval: entities.attachment,
};

/**
 * Writes that none of the granted scopes can open. HaloPSA does not publish which scope opens what, so one of several that
 * may do it is enough, and a server that does not say what it granted lacks nothing. No request while the token is
 * valid; where something is missing, one that signs in anew, because scopes that were granted since are in no older
 * token.
 */
export async function missingScopes(
  api: HaloApi,
  writes: readonly PlannedWrite[],
  options?: CallOptions,
): Promise<readonly MissingPermission[]> {
  const needed = [...new Set(writes.map((write) => written[write]))];
  const lacking = (granted: string): readonly Entity[] =>
    needed.filter((entity) => isClosed(entity, granted));
  if (lacking(await api.grantedScope(options)).length === 0) return [];
  return lacking(await api.renewedScope(options)).map(missing);
}

function isClosed({ scopes }: Entity, granted: string): boolean {
  const has = scopesIn(granted);
  return (
    has.length > 0 &&
    !has.some(mayCoverEverything) &&
    !scopesIn(scopes.write).some((scope) => has.includes(scope))
  );
}

function missing({ nouns, scopes }: Entity): MissingPermission {
  const one = !scopes.write.includes(' ');
  const named = one ? scopes.write : `any of ${scopesIn(scopes.write).join(', ')}`;
  return {
    about: 'account.scope',
    message: `HaloPSA has not granted ${named}: ${nouns} cannot be written.`,
    next: `Tick ${one ? scopes.write : 'one that fits'} on the application’s Permissions tab and add it to the setting “Scope”.`,
  };
}
