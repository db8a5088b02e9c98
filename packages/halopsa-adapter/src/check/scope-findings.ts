import type { CheckFinding } from '@quotebridge/core/plugin';
import { broadScopes, featureScopes } from '../profile/feature-scopes.js';

/** One finding for each feature that lacks permissions. The server may not say which it granted. */
export function scopeFindings(granted: string): readonly CheckFinding[] {
  const scopes = granted.split(/\s+/).filter((scope) => scope !== '');
  if (scopes.length === 0) {
    return [{ level: 'ok', topic: 'scopes', message: 'HaloPSA does not say which scopes it granted.' }];
  }
  const broad = broadScopes.some((scope) => scopes.includes(scope));
  const lacking = featureScopes.flatMap(({ feature, needs, without }): readonly CheckFinding[] => {
    const missing = broad ? [] : needs.filter((scope) => !scopes.includes(scope));
    if (missing.length === 0) return [];
    return [
      {
        level: 'warning',
        topic: 'scopes',
        message: `${feature}: ${missing.join(' ')} ${missing.length === 1 ? 'is' : 'are'} missing. Without, ${without}.`,
        next: 'Tick what is missing on the application’s Permissions tab and add it to the setting “Scope”, unless it works without: HaloPSA does not publish which scope opens what.',
      },
    ];
  });
  return lacking.length > 0
    ? lacking
    : [{ level: 'ok', topic: 'scopes', message: `Granted: ${scopes.join(' ')}.` }];
}
