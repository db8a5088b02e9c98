import { createHash } from 'node:crypto';
import { attachment } from '../attachments/attachment.js';
import { entities } from '../entities/entity-list.js';
import { ownerOf, systemField } from '../fields/custom-field-usage.js';
import { showRow } from '../listing/show-row.js';
import type { CollectionName } from '../tenant/collection-name.js';
import { collectionNames } from '../tenant/collection-name.js';
import type { Row } from '../tenant/row.js';
import { controlOf } from '../tenant/control.js';
import type { World } from '../tenant/world.js';
import { opportunity, ticket } from '../tickets/ticket.js';

/**
 * All data as the API would show it in full; attachments with size and digest in place of their content.
 *
 * @param only names of what is wanted; all of it when there are none.
 */
export function dumpState(world: World, only: readonly string[] = []): Record<string, unknown> {
  const isWanted = (name: string): boolean => only.length === 0 || only.includes(name);
  const collections = collectionNames
    .filter((name) => name !== 'tickets' && name !== 'attachments' && isWanted(name))
    .map((name) => [name, rowsOf(name, world)] as const);
  const isOpportunity = (row: Row): boolean => opportunity.serves?.(row, world) ?? false;
  const tickets = [...world.tenant.in('tickets').rows()];
  const others: Readonly<Record<string, () => unknown>> = {
    opportunities: () =>
      tickets.filter(isOpportunity).map((row) => showRow(opportunity, row, world, 'details')),
    tickets: () =>
      tickets.filter((row) => !isOpportunity(row)).map((row) => showRow(ticket, row, world, 'details')),
    attachments: () => [...world.tenant.in('attachments').rows()].map((row) => withDigest(row, world)),
    lookups: () => world.tenant.lookups,
    control: () => controlOf(world),
  };
  const wanted = Object.entries(others).filter(([name]) => isWanted(name));
  return Object.fromEntries([...collections, ...wanted.map(([name, show]) => [name, show()] as const)]);
}

function rowsOf(name: CollectionName, world: World): Row[] {
  const entity = entities.find(({ collection }) => collection === name);
  const rows = [...world.tenant.in(name).rows()];
  const shown = entity ? rows.map((row) => showRow(entity, row, world, 'details')) : rows;
  return name === 'customFields' ? customOnly(rows, shown) : shown;
}

/** The custom fields, each with the kind of record it belongs to in plain words. */
function customOnly(rows: readonly Row[], shown: readonly Row[]): Row[] {
  return shown.flatMap((field, index) => {
    const entity = ownerOf(rows[index] ?? field);
    return entity === systemField ? [] : [Object.assign(field, { entity })];
  });
}

function withDigest(row: Row, world: World): Record<string, unknown> {
  const content = world.tenant.content(row.id) ?? Buffer.alloc(0);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { ...showRow(attachment, row, world, 'details'), size: content.length, sha256 };
}
