import type { EntityScopes } from './entity.js';

/**
 * No public scope names the set-up of a tenant. Any token may read it unless the switch `setupReadScopes` says otherwise;
 * changing it needs `admin`, as public tools that create custom fields ask for.
 */
export const setupScopes: EntityScopes = { read: 'setup', write: ['admin'] };
