import type { QuoteLineFields, StoredQuoteLine } from '../contract/records.js';
import type { BeforeLine } from '../state/before-image-store.js';
import type { Binding } from '../state/state-store.js';

const emptyLine: QuoteLineFields = {
  kind: 'text',
  position: 1,
  itemId: null,
  itemNumber: '',
  name: '',
  note: '',
  quantity: '1',
  price: '0',
  billingPeriod: 'oneOff',
  optional: false,
  groupKey: null,
};

const everyField: readonly (keyof QuoteLineFields)[] = [
  'kind',
  'position',
  'itemId',
  'itemNumber',
  'name',
  'note',
  'quantity',
  'price',
  'listPrice',
  'discountPercent',
  'cost',
  'billingPeriod',
  'optional',
  'groupKey',
  'taxId',
  'linked',
];

/**
 * A line of the PSA as it would be written. Of a line that we know, only fields that we write: what the PSA shows beyond
 * them, such as a list price of its own, is not to become a value of ours.
 */
export function lineFields(line: StoredQuoteLine, binding: Binding | undefined): QuoteLineFields {
  const written = binding?.image.wanted;
  const fields = everyField.flatMap((field) => {
    const value = line[field];
    const isOurs = written === undefined || Object.hasOwn(written, field);
    return value === undefined || !isOurs ? [] : [[field, value] as const];
  });
  return {
    ...emptyLine,
    ...(written as Partial<QuoteLineFields> | undefined),
    ...Object.fromEntries(fields),
  };
}

/** Where each line stood before the push, by key. */
export function linePositions(
  lines: readonly BeforeLine[],
  before: readonly Binding[],
): ReadonlyMap<string, number> {
  const bound = before.flatMap(({ key, image }) => position(key, image.wanted['position']));
  const removed = lines.flatMap((line) => position(line.key, line.removed?.position));
  return new Map([...removed, ...bound]);
}

function position(key: string, value: unknown): readonly (readonly [string, number])[] {
  return typeof value === 'number' ? [[key, value]] : [];
}
