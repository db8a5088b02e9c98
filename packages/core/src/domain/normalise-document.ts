import type { InputFault } from '../errors/quotebridge-error.js';
import { parseDecimal, type DecimalText } from './decimal.js';
import type { DocumentLine } from './document-line.js';
import type { QuoteDocument } from './document.js';

/**
 * Brings every amount to canonical form (sources may give numbers, or texts with trailing zeros) and checks what a
 * schema cannot: keys are unique, and a recurring line says how often.
 */
export function normaliseDocument(document: QuoteDocument): {
  readonly document: QuoteDocument;
  readonly faults: readonly InputFault[];
} {
  const { tax, freight } = document;
  const normalised: QuoteDocument = {
    ...document,
    ...optional('subtotal', document.subtotal),
    ...optional('grandTotal', document.grandTotal),
    tax: { ...tax, ...optional('rate', tax.rate), ...optional('total', tax.total) },
    freight: { ...freight, amount: canonical(freight.amount), cost: canonical(freight.cost) },
    lines: document.lines.map(normaliseLine),
  };
  return { document: normalised, faults: [...numberFaults(document), ...lineFaults(document.lines)] };
}

function normaliseLine(line: DocumentLine): DocumentLine {
  return {
    ...line,
    quantity: canonical(line.quantity),
    groupQuantity: canonical(line.groupQuantity),
    unitCost: canonical(line.unitCost),
    unitList: canonical(line.unitList),
    unitPrice: canonical(line.unitPrice),
    ...optional('extendedPrice', line.extendedPrice),
  };
}

/** The number becomes a marker in the PSA and a key of the state, so it must be short and plain. */
function numberFaults({ number }: QuoteDocument): readonly InputFault[] {
  if (number.length <= longestNumber && isPlain(number)) return [];
  return [
    {
      at: '/number',
      value: number.slice(0, 40),
      expected: `a document number of at most ${longestNumber} plain characters`,
    },
  ];
}

const longestNumber = 80;

function isPlain(text: string): boolean {
  return !/\p{Cc}/u.test(text);
}

function lineFaults(lines: readonly DocumentLine[]): readonly InputFault[] {
  const faults: InputFault[] = [];
  const seen = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (seen.has(line.key)) {
      faults.push({ at: `/lines/${index}/key`, value: line.key, expected: 'a key that no other line has' });
    }
    seen.add(line.key);
    if (!isPlain(line.key))
      faults.push({ at: `/lines/${index}/key`, expected: 'a key without control characters' });
    if (line.attributes.includes('recurring') && line.recurrence === undefined) {
      faults.push({
        at: `/lines/${index}/recurrence`,
        expected: 'a billing period, because the line recurs',
      });
    }
  }
  return faults;
}

function canonical(value: DecimalText): DecimalText {
  // The schema has accepted it, so it is a decimal.
  return parseDecimal(value) ?? value;
}

function optional<Name extends string>(
  name: Name,
  value: DecimalText | undefined,
): { readonly [key in Name]?: DecimalText } {
  return (value === undefined ? {} : { [name]: canonical(value) }) as {
    readonly [key in Name]?: DecimalText;
  };
}
