import type { CheckFinding } from '@quotebridge/core/plugin';
import { broadScopes, featureScopes, scopesIn, type FeaturePart } from '../profile/feature-scopes.js';

/**
 * One finding for each feature that lacks permissions. The server may not say which it granted.
 *
 * @param readable paths of the entities that were read: what was tried counts more than the names of scopes.
 */
export function scopeFindings(granted: string, readable: ReadonlySet<string>): readonly CheckFinding[] {
  const scopes = scopesIn(granted);
  if (scopes.length === 0) {
    return [{ level: 'ok', topic: 'scopes', message: 'HaloPSA does not say which scopes it granted.' }];
  }
  const broad = broadScopes.some((scope) => scopes.includes(scope));
  const lacking = featureScopes.flatMap(({ feature, parts }): readonly CheckFinding[] => {
    const open = parts.flatMap((part) => {
      const missing =
        broad || isShown(part, readable) ? [] : part.scopes.filter((one) => !scopes.includes(one));
      return missing.length === 0 ? [] : [{ part, missing }];
    });
    if (open.length === 0) return [];
    const missing = [...new Set(open.flatMap((one) => one.missing))];
    const without = open.map(({ part, missing: some }) =>
      // One of several may be enough.
      some.length < part.scopes.length ? `it may be that ${part.without}` : part.without,
    );
    return [
      {
        level: 'warning',
        topic: 'scopes',
        message: `${feature}: ${missing.join(' ')} ${missing.length === 1 ? 'is' : 'are'} missing. Without, ${without.join('; ')}.`,
        next: 'Tick what is missing on the application’s Permissions tab and add it to the setting “Scope”, unless it works without: HaloPSA does not publish which scope opens what.',
      },
    ];
  });
  return lacking.length > 0
    ? lacking
    : [{ level: 'ok', topic: 'scopes', message: `Granted: ${scopes.join(' ')}.` }];
}

function isShown({ shownBy }: FeaturePart, readable: ReadonlySet<string>): boolean {
  return shownBy?.every((path) => readable.has(path)) === true;
}
