import type { Entity } from '../entities/entity.js';
import { envelope } from '../listing/envelope.js';
import { listRows } from '../listing/list-rows.js';
import { addDetails, showRow } from '../listing/show-row.js';
import type { Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { upsert } from '../writing/upsert.js';
import { forbidden, notFound, ruleError } from './api-error.js';
import type { ApiAnswer, ApiCall, ApiRoute } from './api-route.js';

/** List, read, upsert and delete for one kind of record. */
export function entityRoutes(entity: Entity): ApiRoute[] {
  const { read, write } = entity.scopes;
  const path = `/${entity.route}`;
  return [
    { method: 'GET', path, scopes: read, handle: (call, { world }) => list(entity, call, world) },
    {
      method: 'GET',
      path: `${path}/:id`,
      scopes: read,
      handle: (call, { world }) => readById(entity, call, world),
    },
    { method: 'POST', path, scopes: write, handle: ({ body }, { world }) => upsert(entity, body, world) },
    {
      method: 'DELETE',
      path: `${path}/:id`,
      scopes: write,
      handle: ({ id }, { world }) => remove(entity, id, world),
    },
  ];
}

function list(entity: Entity, { query }: ApiCall, world: World): ApiAnswer {
  const listed = listRows(entity, query, world);
  const idOnly = query.flag('idonly') && !query.flag('pageinate');
  const withLines = entity.collection === 'quotes' && query.flag('includelines');
  const purpose = withLines ? 'details' : 'list';
  const shown = listed.rows.map((row) =>
    idOnly ? { id: row.id } : addDetails(entity, row, showRow(entity, row, world, purpose), query, world),
  );
  return { body: envelope(entity, listed, shown, query, world) };
}

function readById(entity: Entity, { id, query }: ApiCall, world: World): ApiAnswer {
  const row = served(entity, id, world);
  if (row) {
    const shown = showRow(entity, row, world, query.flag('includedetails') ? 'details' : 'read');
    return { body: addDetails(entity, row, shown, query, world) };
  }
  const hidden = deletedTicket(entity, id, world);
  if (hidden) return { body: { ...showRow(entity, hidden, world, 'details'), deleted: true } };
  const answer = world.switches.get('unknownIdAnswer');
  if (answer === 'emptyObject') return { body: { id: 0 } };
  throw answer === 'badRequest' ? ruleError(`There is no ${entity.route} with id ${id}.`) : notFound();
}

/** The switch `deletedTicketById`: only tickets have the column that says so. */
function deletedTicket(entity: Entity, id: number, world: World): Row | undefined {
  if (entity.collection !== 'tickets' || world.switches.get('deletedTicketById') === 'notFound')
    return undefined;
  return world.tenant.in('tickets').deleted(id);
}

/** Deleting hides a record for good and answers it one last time. */
function remove(entity: Entity, id: number, world: World): ApiAnswer {
  if (!world.switches.get('agentMayDelete')) throw forbidden();
  const row = served(entity, id, world);
  if (!row) throw notFound();
  const shown = showRow(entity, row, world, 'answer');
  entity.remove?.(row, world);
  world.tenant.in(entity.collection).delete(id);
  return { body: shown, stored: true };
}

export function served(entity: Entity, id: number, world: World): Row | undefined {
  const row = world.tenant.find(entity.collection, id);
  return row && (entity.serves?.(row, world) ?? true) ? row : undefined;
}
