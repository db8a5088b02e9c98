import type { CheckFinding } from '@quotebridge/core/plugin';
import { fieldProfile } from '../profile/field-profile.js';

const broadScopes = ['all', 'all:standard'];

/** Compares the granted permissions with those that a push needs. The server may not say which it granted. */
export function scopeFindings(granted: string): readonly CheckFinding[] {
  const scopes = granted.split(/\s+/).filter((scope) => scope !== '');
  if (scopes.length === 0) {
    return [{ level: 'ok', topic: 'scopes', message: 'HaloPSA does not say which scopes it granted.' }];
  }
  const { customers, opportunities, quotes, items } = fieldProfile.scopes;
  const needed = [
    customers.read,
    opportunities.read,
    opportunities.write,
    quotes.read,
    quotes.write,
    items.read,
    items.write,
  ]
    .join(' ')
    .split(' ');
  const missing = broadScopes.some((scope) => scopes.includes(scope))
    ? []
    : needed.filter((scope) => !scopes.includes(scope));
  if (missing.length === 0)
    return [{ level: 'ok', topic: 'scopes', message: `Granted: ${scopes.join(' ')}.` }];
  return [
    {
      level: 'warning',
      topic: 'scopes',
      message: `Granted: ${scopes.join(' ')}. A push may also need ${missing.join(' ')}.`,
      next: 'Tick them on the application’s Permissions tab and add them to the scope in the settings.',
    },
  ];
}
