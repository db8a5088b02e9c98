import type { Clock } from '../base/clock.js';
import type { CallOptions } from '../contract/call-options.js';
import type { ItemPort } from '../contract/item-port.js';
import type { Item, RecordId } from '../contract/records.js';
import type { ItemOperation, ItemUpdateOperation } from '../plan/operation.js';
import type { Conflict, PlanWarning } from '../plan/plan.js';
import type { Considered, Reason } from '../plan/reason.js';
import type { DocumentRules } from '../rules/document-rules.js';
import type { SelectedLine } from '../select/selected-line.js';
import type { PushPolicy } from '../settings/push-policy.js';
import { bestMatches } from './best-matches.js';
import { areTwins, findItems } from './find-items.js';
import { itemNumberKey } from '../state/item-number-key.js';
import type { StateStore } from '../state/state-store.js';
import { consideredItems } from './considered-items.js';
import type { ItemNumbers } from './item-numbers.js';
import { itemUpdate } from './item-update.js';
import type { LookupReader } from './lookup-reader.js';
import { newItem } from './new-item.js';

export interface Items {
  /** By item number in the form of `itemNumberKey`. */
  readonly found: ReadonlyMap<string, Item>;
  /** Where each of them was looked for, and what was found there; found or not. */
  readonly considered: ReadonlyMap<string, readonly Considered[]>;
  readonly creates: readonly ItemOperation[];
  /** Products that exist and are to be brought up to date, as the settings say. */
  readonly updates: readonly ItemUpdateOperation[];
  readonly warnings: readonly PlanWarning[];
  readonly conflicts: readonly Conflict[];
}

export interface ItemContext extends CallOptions {
  readonly port: ItemPort;
  readonly state: StateStore;
  readonly connection: string;
  readonly clock: Clock;
  readonly policy: PushPolicy;
  readonly rules: DocumentRules;
  readonly read: LookupReader;
  /** Keys of numbers whose product a push of this state was creating when it was cut off. */
  readonly unsettled: ReadonlySet<string>;
  /** Tax of a line, for products that are created for it. */
  readonly taxOf: (line: SelectedLine) => RecordId | null | undefined;
}

/**
 * Finds the product of each item number: in the item cache, else in the PSA (with as few requests as the adapter
 * manages), else it becomes one to create. An existing product is reused, and never changed but for the fields that the
 * settings name. Lines that are no products (discounts, charges, freight) only look for one: a discount
 * is never created.
 */
export async function resolveItems(
  lines: readonly SelectedLine[],
  numbers: ItemNumbers,
  context: ItemContext,
): Promise<Items> {
  const wanted = wantedItems(lines, numbers);
  const all = [...wanted.values()].map((entry) => entry.number);
  const { cached, searched } = await findItems(all, context);

  const { products } = context.policy;
  const found = new Map<string, Item>();
  const considered = new Map<string, readonly Considered[]>();
  const creates: ItemOperation[] = [];
  const updates: ItemUpdateOperation[] = [];
  const updated = new Set<RecordId>();
  const conflicts: Conflict[] = [];
  const doubles: PlanWarning[] = [];
  for (const [key, { number, line, reason }] of wanted) {
    const items = bestMatches(number, cached.get(number) ?? searched.get(number) ?? []);
    considered.set(
      key,
      consideredItems({
        number,
        cached: cached.get(number),
        searched: searched.get(number),
        best: items,
      }),
    );
    const [item, ...more] = items;
    const isProduct = line.kind === 'item';
    const isDouble = context.unsettled.has(key) && areTwins(items);
    if (isDouble) doubles.push(createdTwice(number, items));
    if (item !== undefined && (more.length === 0 || isDouble)) {
      found.set(key, item);
      const update = isProduct ? itemUpdate(number, item, line, products, context.rules) : undefined;
      if (update !== undefined && !updated.has(item.id)) {
        updated.add(item.id);
        updates.push(update);
      }
    } else if (more.length > 0) conflicts.push(ambiguous(number, items));
    else if (!isProduct) continue;
    else if (!products.createMissing) conflicts.push(notThere(number, line));
    else {
      const created = await newItem(number, line, reason, context);
      if ('conflict' in created) conflicts.push(created.conflict);
      else creates.push(created.operation);
    }
  }
  const changes = context.port.updateMany !== undefined;
  return {
    found,
    considered,
    creates,
    updates: changes ? updates : [],
    warnings: [...doubles, ...(changes || updates.length === 0 ? [] : [neverChanged])],
    conflicts: deduplicate(conflicts),
  };
}

interface WantedItem {
  readonly number: string;
  readonly line: SelectedLine;
  readonly reason: Reason;
}

/** Each number once, with the first line that carries it; a line that is a product goes before one that is not. */
function wantedItems(lines: readonly SelectedLine[], numbers: ItemNumbers): ReadonlyMap<string, WantedItem> {
  const wanted = new Map<string, WantedItem>();
  for (const line of lines) {
    const entry = numbers.byLine.get(line.key);
    if (entry === undefined) continue;
    const key = itemNumberKey(entry.number);
    const known = wanted.get(key);
    if (known === undefined || (known.line.kind !== 'item' && line.kind === 'item'))
      wanted.set(key, { ...entry, line });
  }
  return wanted;
}

function ambiguous(number: string, items: readonly Item[]): Conflict {
  return {
    about: `item ${number}`,
    message: `${items.length} products carry the item number ${number}.`,
    next: 'Make the number unique in the PSA, then run quotebridge items sync.',
    candidates: items.map(({ id, name }) => ({ id, name })),
  };
}

/** Nobody knows which quotes have it by now, so it is never deleted from here. */
function createdTwice(number: string, [first, ...others]: readonly Item[]): PlanWarning {
  const ids = others.map(({ id }) => id).join(', ');
  return {
    about: `item ${number}`,
    message: `The product ${number} was created twice, by two machines of which one was cut off: ${first?.id ?? ''} is used, and ${ids} stays, because other quotes may have it.`,
    next: `Delete the product ${ids} in the PSA, then run quotebridge items sync.`,
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

const neverChanged: PlanWarning = {
  about: 'products.updateExisting',
  message: 'The products of this PSA cannot be changed from here; they stay as they are.',
};

function deduplicate(conflicts: readonly Conflict[]): readonly Conflict[] {
  return [
    ...new Map(conflicts.map((conflict) => [`${conflict.about}\n${conflict.message}`, conflict])).values(),
  ];
}
