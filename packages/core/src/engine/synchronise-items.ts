import type { DataLinkObject } from '../contract/field-port.js';
import type { Item } from '../contract/records.js';
import { isQuotebridgeError, QuotebridgeError } from '../errors/quotebridge-error.js';
import { lookupsNamed } from '../resolve/lookup-faults.js';
import type { ConnectionLists } from './connection-lists.js';
import type { ConnectionParts } from './connection-parts.js';
import type { OperationOptions } from './engine-types.js';
import { signalOf } from './signal-of.js';

/** Lists that nearly every push looks something up in. */
const listsOfAPush: readonly string[] = ['agents', 'ticketTypes', 'productGroups', 'taxes'];

/** Reads the whole catalogue of products into the item cache, and the lists of a push, so that the first one need not ask. */
export async function synchroniseItems(
  parts: ConnectionParts,
  lists: ConnectionLists,
  options: OperationOptions,
): Promise<{ readonly items: number }> {
  const { name, contactManager, state } = parts;
  const port = contactManager.items;
  if (port === undefined) {
    throw new QuotebridgeError(
      'capability.unsupported',
      `The PSA of the connection ${name} has no products.`,
    );
  }
  const all: Item[] = [];
  for await (const page of port.list(signalOf(options))) {
    all.push(...page.items);
    const of = page.total === undefined ? '' : ` of ${page.total}`;
    options.progress?.({ message: `Reading products: ${all.length}${of}` });
  }
  await state.putItems(name, all, { complete: true });
  await readLists(parts, lists, options);
  return { items: all.length };
}

async function readLists(
  { schema, opened, contactManager }: ConnectionParts,
  { lookups, fields }: ConnectionLists,
  options: OperationOptions,
): Promise<void> {
  const needed = new Set([
    ...listsOfAPush,
    ...lookupsNamed(schema, opened.plain),
    ...opened.rules.lookups.map(({ lookup }) => lookup),
  ]);
  for (const name of contactManager.lookups.names.filter((list) => needed.has(list))) {
    options.progress?.({ message: `Reading the list ${name}` });
    await lookups.readAgain(name, signalOf(options));
  }
  if (contactManager.fields === undefined) return;
  const linked = opened.policy.dataLink.rows.map((row) => row.object);
  for (const object of new Set<DataLinkObject>(['opportunities', ...linked])) {
    options.progress?.({ message: `Reading the fields of ${object}` });
    try {
      await fields.read(object, { fresh: true, ...signalOf(options) });
    } catch (error) {
      // A push asks for them when it needs them.
      if (!isQuotebridgeError(error, 'permission.missing')) throw error;
    }
  }
}
