import { compileTable } from '@quotebridge/mapping-rules';
import type { CallOptions } from '../contract/call-options.js';
import type { ItemPort } from '../contract/item-port.js';
import type { Item, NewItem, RecordId } from '../contract/records.js';
import type { ItemOperation } from '../plan/operation.js';
import type { Conflict } from '../plan/plan.js';
import type { Reason } from '../plan/reason.js';
import type { SelectedLine } from '../select/selected-line.js';
import type { PushPolicy } from '../settings/push-policy.js';
import { itemNumberKey } from '../state/item-number-key.js';
import type { StateStore } from '../state/state-store.js';
import type { ItemNumbers } from './item-numbers.js';
import type { LookupReader } from './lookup-reader.js';
import { resolveSetting } from './resolve-setting.js';

export interface Items {
  /** By item number in the form of `itemNumberKey`. */
  readonly found: ReadonlyMap<string, Item>;
  readonly creates: readonly ItemOperation[];
  readonly conflicts: readonly Conflict[];
}

export interface ItemContext extends CallOptions {
  readonly port: ItemPort;
  readonly state: StateStore;
  readonly connection: string;
  readonly policy: PushPolicy;
  readonly read: LookupReader;
  /** Tax of a line, for products that are created for it. */
  readonly taxOf: (line: SelectedLine) => RecordId | null | undefined;
}

/**
 * Finds the product of each item number: in the item cache, else in the PSA (with as few requests as the adapter
 * manages), else it becomes one to create. An existing product is reused and never changed.
 */
export async function resolveItems(
  lines: readonly SelectedLine[],
  numbers: ItemNumbers,
  context: ItemContext,
): Promise<Items> {
  const wanted = new Map<string, { number: string; line: SelectedLine; reason: Reason }>();
  for (const line of lines) {
    const entry = numbers.byLine.get(line.key);
    if (entry === undefined) continue;
    const key = itemNumberKey(entry.number);
    if (!wanted.has(key)) wanted.set(key, { ...entry, line });
  }
  const all = [...wanted.values()].map((entry) => entry.number);
  const cached = await context.state.itemsByNumber(context.connection, all);
  const unknown = all.filter((number) => !cached.has(number));
  const searched =
    unknown.length === 0 ? undefined : await context.port.findByNumbers(unknown, options(context));
  if (searched !== undefined) await context.state.putItems(context.connection, searched.seen);

  const found = new Map<string, Item>();
  const creates: ItemOperation[] = [];
  const conflicts: Conflict[] = [];
  for (const [key, { number, line, reason }] of wanted) {
    const items = bestMatches(number, cached.get(number) ?? searched?.found.get(number) ?? []);
    const [item, ...more] = items;
    if (item !== undefined && more.length === 0) found.set(key, item);
    else if (more.length > 0) conflicts.push(ambiguous(number, items));
    else if (!context.policy.products.createMissing) conflicts.push(notThere(number, line));
    else {
      const created = await newItem(number, line, reason, context);
      if ('conflict' in created) conflicts.push(created.conflict);
      else creates.push(created.operation);
    }
  }
  return { found, creates, conflicts: deduplicate(conflicts) };
}

/** Active products go before inactive ones, and those whose first number it is before the others. */
function bestMatches(number: string, items: readonly Item[]): readonly Item[] {
  const active = items.filter((item) => !item.inactive);
  const pool = active.length > 0 ? active : items;
  const key = itemNumberKey(number);
  const rank = (item: Item): number => item.numbers.findIndex((entry) => itemNumberKey(entry) === key);
  const best = Math.min(...pool.map(rank));
  return pool.filter((item) => rank(item) === best);
}

async function newItem(
  number: string,
  line: SelectedLine,
  numberReason: Reason,
  context: ItemContext,
): Promise<{ readonly operation: ItemOperation } | { readonly conflict: Conflict }> {
  const { policy } = context;
  const classification: Record<string, RecordId> = {};
  const reasons: Record<string, Reason> = { number: numberReason };
  for (const axis of context.port.axes) {
    const group = await classify(axis.lookup, line.source?.itemType ?? '', context);
    if (group !== undefined && 'conflict' in group) return group;
    if (group === undefined) {
      if (!axis.required) continue;
      return { conflict: noGroup(number, line) };
    }
    classification[axis.name] = group.id;
    reasons[`classification.${axis.name}`] = group.reason;
  }
  const taxId = context.taxOf(line);
  const source = line.source;
  const item: NewItem = {
    number,
    name: line.name,
    description: line.note === '' ? line.name : `${line.name}\n${line.note}`,
    classification,
    price: line.price,
    billingPeriod: line.billingPeriod,
    ...(policy.products.includeCost ? { cost: line.cost } : {}),
    ...(policy.products.copyNumberToSku && source !== undefined && source.manufacturerPartNumber !== ''
      ? { sku: source.manufacturerPartNumber }
      : {}),
    ...(source !== undefined && source.manufacturer !== '' ? { manufacturer: source.manufacturer } : {}),
    ...(typeof taxId === 'string' ? { taxId } : {}),
  };
  return { operation: { kind: 'item', action: 'create', item, reasons: reasons } };
}

async function classify(
  lookup: string,
  itemType: string,
  context: ItemContext,
): Promise<{ readonly id: RecordId; readonly reason: Reason } | { readonly conflict: Conflict } | undefined> {
  const { policy, read } = context;
  const rows = Object.entries(policy.productGroupMappings.groups).map(([key, value]) => ({ key, value }));
  const row = compileTable(rows).lookup(itemType);
  const [text, at] =
    row.matched === 'row'
      ? [row.value, `productGroupMappings.groups.${itemType}`]
      : [policy.defaults.productGroup, 'defaults.productGroup'];
  if (text === undefined) return undefined;
  const resolved = await resolveSetting(read, lookup, text, at);
  if ('conflict' in resolved) return resolved;
  const reason: Reason = {
    from: row.matched === 'row' ? 'mapping' : 'default',
    at,
    text:
      row.matched === 'row'
        ? `ItemType ${itemType} → ${resolved.entry.name}`
        : `default product group ${resolved.entry.name}`,
  };
  return { id: resolved.entry.id, reason };
}

function ambiguous(number: string, items: readonly Item[]): Conflict {
  return {
    about: `item ${number}`,
    message: `${items.length} products carry the item number ${number}.`,
    next: 'Make the number unique in the PSA, then run quotebridge items sync.',
    candidates: items.map(({ id, name }) => ({ id, name })),
  };
}

function notThere(number: string, line: SelectedLine): Conflict {
  return {
    about: `item ${number}`,
    message: `There is no product ${number} (“${line.name}”), and missing products are not to be created (products.createMissing).`,
    next: 'Create it in the PSA, or allow Quotebridge to.',
    candidates: [],
  };
}

function noGroup(number: string, line: SelectedLine): Conflict {
  const itemType = line.source?.itemType ?? '';
  return {
    about: 'defaults.productGroup',
    message: `The product ${number} must be created, but no product group is set for ${itemType === '' ? 'lines without an ItemType' : `the ItemType “${itemType}”`}.`,
    next: 'Set defaults.productGroup, or map the ItemType in productGroupMappings.groups.',
    candidates: [],
  };
}

function deduplicate(conflicts: readonly Conflict[]): readonly Conflict[] {
  return [
    ...new Map(conflicts.map((conflict) => [`${conflict.about}\n${conflict.message}`, conflict])).values(),
  ];
}

function options(context: ItemContext): CallOptions {
  return context.signal === undefined ? {} : { signal: context.signal };
}
