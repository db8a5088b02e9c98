import { ruleError, notFound } from '../http/api-error.js';
import type { ApiCall, ApiRoute } from '../http/api-route.js';
import { entityRoutes } from '../http/entity-routes.js';
import type { World } from '../tenant/world.js';
import { action } from './action.js';

/** Actions are reached through their ticket: `ticket_id` is compulsory, even with the number of the action. */
export const actionRoutes: readonly ApiRoute[] = entityRoutes(action).map((route) =>
  route.method === 'POST'
    ? route
    : {
        ...route,
        handle: (call, state) => {
          requireTicket(call, route.method, state.world);
          return route.handle(call, state);
        },
      },
);

/** @throws {ApiError} 400 without `ticket_id`, 404 when the action is not of that ticket */
function requireTicket({ query, id }: ApiCall, method: string, { tenant }: World): void {
  const ticketId = query.count('ticket_id') ?? 0;
  if (ticketId <= 0)
    throw ruleError(
      method === 'DELETE'
        ? 'ticket_id must be included when deleting an Action.'
        : 'ticket_id must be specified.',
    );
  if (id > 0 && tenant.find('actions', id)?.['ticket_id'] !== ticketId) throw notFound();
}
