import { attachmentRoutes } from '../attachments/attachment-routes.js';
import { actionRoutes } from '../actions/action-routes.js';
import { entities } from '../entities/entity-list.js';
import type { ApiRoute } from './api-route.js';
import { entityRoutes } from './entity-routes.js';
import { specialRoutes } from './special-routes.js';

const ownRoutes: ReadonlySet<string> = new Set(['attachments', 'actions']);

/** The whole API. */
export const apiRoutes: readonly ApiRoute[] = [
  ...entities.filter(({ collection }) => !ownRoutes.has(collection)).flatMap(entityRoutes),
  ...attachmentRoutes,
  ...actionRoutes,
  ...specialRoutes,
];
