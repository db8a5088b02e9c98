import type { StoredQuote } from '../contract/records.js';
import type { FamilyMemory } from '../plan/family-memory.js';
import type { LineOperation } from '../plan/operation.js';
import type { Binding, BindingImage } from '../state/state-store.js';
import { matchWritten } from './match-written.js';
import { imageAfterWrite } from './image-after-write.js';

/**
 * What is remembered of the lines after a write, and the keys of those that are gone.
 *
 * @param shown what the PSA shows, and whether its money counts as proven; undefined: nothing was written
 */
export function lineBindings(
  lines: readonly LineOperation[],
  shown: { readonly stored: StoredQuote; readonly isProven: boolean } | undefined,
  memory: FamilyMemory | undefined,
): { readonly bound: readonly Binding[]; readonly gone: readonly string[] } {
  const ours = lines.filter((line) => line.wanted !== undefined);
  const matched = shown === undefined ? undefined : matchWritten(lines, shown.stored.lines ?? []);
  const bound = ours.flatMap((line): readonly Binding[] => {
    const now = matched?.ours.get(line.key);
    const recordId = now?.id ?? line.id;
    if (recordId === undefined) return [];
    const image = imageAfterWrite({
      wanted: wantedOf(line),
      written: line.action === 'create' ? (line.wanted ?? {}) : (line.before ?? {}),
      stored: now,
      previous: memory?.lines.get(line.key)?.image,
      url: undefined,
    });
    const isRefused = shown?.isProven === false;
    return [{ kind: 'line', key: line.key, recordId, image: isRefused ? withoutMoneyShown(image) : image }];
  });
  const kept = new Set(bound.map((binding) => binding.key));
  const gone = [...(memory?.lines.keys() ?? [])].filter((key) => !kept.has(key));
  return { bound, gone };
}

/** As the document wants it, what a person changed in the PSA included. */
function wantedOf({ wanted, ours }: LineOperation): object {
  const linked = { ...wanted?.linked, ...ours?.linked };
  return { ...wanted, ...ours, ...(Object.keys(linked).length === 0 ? {} : { linked }) };
}

const moneyFields = ['quantity', 'price', 'cost', 'billingPeriod', 'optional', 'taxId'] as const;

/**
 * Money that the PSA shows differently and that is not let pass as rounding is no other spelling of it: next time it is
 * seen as a change and put right.
 */
function withoutMoneyShown(image: BindingImage): BindingImage {
  const wanted = moneyFields.flatMap((field) => {
    const value = image.wanted[field];
    return value === undefined ? [] : [[field, value] as const];
  });
  return { ...image, stored: { ...image.stored, ...Object.fromEntries(wanted) } };
}
