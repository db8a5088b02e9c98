import { attachmentRoutes } from '../attachments/attachment-routes.js';
import { entities } from '../entities/entity-list.js';
import type { ApiRoute } from './api-route.js';
import { entityRoutes } from './entity-routes.js';
import { specialRoutes } from './special-routes.js';

/** The whole API. */
export const apiRoutes: readonly ApiRoute[] = [
  ...entities.filter(({ collection }) => collection !== 'attachments').flatMap(entityRoutes),
  ...attachmentRoutes,
  ...specialRoutes,
];
