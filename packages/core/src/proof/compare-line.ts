import type { RecordId } from '../contract/records.js';
import {
  compare,
  isZero,
  magnitude,
  multiply,
  round,
  roundings,
  subtract,
  type DecimalText,
} from '../domain/decimal.js';
import { cents, storedAmount, wantedAmount, type LinePair } from './line-pairs.js';
import { expectedLineTax, type TaxPercents } from './line-tax.js';
import type { ProofLine } from './proof.js';

/** What products cost in the PSA's catalogue, by their ids. */
export type Catalogue = ReadonlyMap<RecordId, { readonly price?: DecimalText; readonly cost?: DecimalText }>;

type Difference = Omit<ProofLine, 'key' | 'label'>;

/** Everything in which the PSA's line is not what the document says. */
export function compareLine(
  pair: LinePair,
  taxes: TaxPercents,
  catalogue: Catalogue | undefined,
): readonly ProofLine[] {
  const { key, label, wanted, stored } = pair;
  if (stored === undefined) {
    const difference = subtract(0, round(wantedAmount(pair)));
    return [{ key, label, field: 'missing', document: 'a line', stored: 'no line', difference }];
  }
  if (wanted.kind === 'heading') return [];
  const figures = [...numbers(pair, catalogue)];
  // What is wrong with quantity or price has been said; the amount only follows.
  if (!figures.some(({ field }) => field === 'quantity' || field === 'price')) figures.push(...amounts(pair));
  return [...figures, ...shownDiscount(pair), ...lineTax(pair, taxes), ...kinds(pair)].map((difference) => ({
    key,
    label,
    ...difference,
  }));
}

function* numbers(pair: LinePair, catalogue: Catalogue | undefined): Iterable<Difference> {
  const { wanted, stored = { id: '' } } = pair;
  const product = wanted.itemId === null ? undefined : catalogue?.get(wanted.itemId);
  const onLine = (): DecimalText => subtract(cents(storedAmount(stored)), round(wantedAmount(pair)));
  for (const field of ['quantity', 'price', 'cost', 'listPrice'] as const) {
    const [document, there] = [wanted[field], stored[field]];
    if (document === undefined || there === undefined || document === there) continue;
    const difference =
      field === 'cost'
        ? subtract(round(multiply(wanted.quantity, there)), round(multiply(wanted.quantity, document)))
        : field === 'listPrice'
          ? subtract(there, document)
          : onLine();
    const rounded = howRounded(document, there);
    const fromCatalogue = field === 'price' || field === 'cost' ? product?.[field] : undefined;
    yield {
      field,
      document,
      stored: there,
      difference,
      ...(rounded !== undefined
        ? { cause: 'rounding', text: rounded }
        : fromCatalogue === there
          ? { cause: 'repricing', text: `it is the ${field} of the product in the PSA's catalogue` }
          : {}),
    };
  }
}

function* amounts(pair: LinePair): Iterable<Difference> {
  const { stored } = pair;
  if (stored?.amount === undefined) return;
  const exact = wantedAmount(pair);
  const [document, there] = [round(exact), cents(stored.amount)];
  if (document === there) return;
  const rounded = howRounded(exact, there);
  const discounted = discountedTwice(pair, exact, there);
  yield {
    field: 'amount',
    document,
    stored: there,
    difference: subtract(there, document),
    ...(rounded === undefined ? {} : { cause: 'rounding', text: rounded }),
    ...(discounted === undefined ? {} : { text: discounted }),
  };
}

/** A discount is shown beside a price that is lower by it already. */
function discountedTwice({ stored }: LinePair, exact: DecimalText, there: DecimalText): string | undefined {
  const percent = stored?.discountPercent ?? '0';
  if (isZero(percent) || cents(multiply(exact, subtract(100, percent), '0.01')) !== there) return undefined;
  return `the PSA takes the discount of ${percent} % off the price, which was lowered by it already`;
}

/** What a line shows as taken off its list price; it changes nothing of what is charged, but the customer reads it. */
function* shownDiscount({ wanted, stored }: LinePair): Iterable<Difference> {
  const [list, percent] = [wanted.listPrice, wanted.discountPercent];
  const [storedList, storedPercent] = [stored?.listPrice, stored?.discountPercent];
  if (list === undefined || percent === undefined) return;
  if (storedList === undefined || storedPercent === undefined) return;
  const document = round(multiply(wanted.quantity, list, percent, '0.01'));
  const there = round(multiply(wanted.quantity, storedList, storedPercent, '0.01'));
  if (document === there) return;
  const rounded = howRounded(percent, storedPercent);
  yield {
    field: 'discount',
    document,
    stored: there,
    difference: subtract(there, document),
    ...(rounded === undefined || list !== storedList ? {} : { cause: 'rounding', text: rounded }),
  };
}

/** Another tax than was written. The tax of the whole quote is compared as a sum; here rounding is none of it. */
function* lineTax(pair: LinePair, taxes: TaxPercents): Iterable<Difference> {
  const { wanted, stored } = pair;
  if (stored === undefined || wanted.taxId === undefined) return;
  const expected = expectedLineTax(pair, taxes);
  // A PSA may say that an option has no tax, as long as nobody has taken it.
  if (expected !== undefined && stored.tax !== undefined && !wanted.optional) {
    // A line of another price has another tax: its price has been named.
    if (cents(storedAmount(stored)) !== round(wantedAmount(pair))) return;
    const difference = subtract(stored.tax, expected);
    if (compare(magnitude(difference), '0.01') > 0) {
      yield {
        field: 'tax',
        document: round(expected),
        stored: cents(stored.tax),
        difference: round(difference),
      };
    }
    return;
  }
  if (stored.taxId !== undefined && stored.taxId !== wanted.taxId && !isZero(wantedAmount(pair)))
    yield { field: 'tax', document: wanted.taxId ?? 'none', stored: stored.taxId ?? 'none' };
}

function* kinds({ wanted, stored }: LinePair): Iterable<Difference> {
  for (const field of ['billingPeriod', 'optional'] as const) {
    const [document, there] = [wanted[field], stored?.[field]];
    if (there === undefined || document === there) continue;
    yield { field, document: String(document), stored: String(there) };
  }
}

/** How a number became another one, when that is rounding to the cent or finer. */
function howRounded(exact: DecimalText, there: DecimalText): string | undefined {
  const has = placesOf(exact);
  for (let places = has - 1; places >= 2; places -= 1) {
    const way = roundings.find((rounding) => round(exact, places, rounding) === there);
    if (way !== undefined) return `${exact} ${wayOf[way]} ${places} places`;
  }
  return undefined;
}

const wayOf: Readonly<Record<(typeof roundings)[number], string>> = {
  halfUp: 'rounded to',
  halfEven: 'rounded (halves to the even digit) to',
  halfDown: 'rounded (halves down) to',
  down: 'cut off after',
  up: 'rounded up to',
};

function placesOf(value: DecimalText): number {
  return value.split('.')[1]?.length ?? 0;
}
