import { isZero, multiply, round, sum, type DecimalText, type Rounding } from '../domain/decimal.js';

/** One line's part of a sum, before anything is rounded. */
export interface LineFigure {
  readonly key: string;
  readonly label: string;
  readonly exact: DecimalText;
  /** Given where the figure is a quantity times a price. */
  readonly factors?: { readonly quantity: DecimalText; readonly price: DecimalText };
  /** Id of the tax that the figure is a tax of; empty for one that is none. */
  readonly tax?: string;
}

export type RoundingRuleName =
  `${'line' | 'tax' | 'total'}${Capitalize<Rounding>}` | `unitPrice${2 | 3 | 4}` | 'unrounded';

/** One way in which a system may come from the lines to a sum. */
export interface RoundingRule {
  readonly name: RoundingRuleName;
  /** Completes “… is …”. */
  readonly text: string;
  sum(figures: readonly LineFigure[]): DecimalText | undefined;
}

const ways: Readonly<Record<Rounding, string>> = {
  halfUp: 'halves up',
  halfEven: 'halves to the even cent',
  halfDown: 'halves down',
  down: 'cut off after the cent',
  up: 'always up',
};

function eachLine(rounding: Rounding): RoundingRule {
  return {
    name: `line${capitalised(rounding)}`,
    text: `rounded line by line (${ways[rounding]})`,
    sum: (figures) => sum(figures.map(({ exact }) => round(exact, 2, rounding))),
  };
}

function eachTax(rounding: Rounding): RoundingRule {
  return {
    name: `tax${capitalised(rounding)}`,
    text: `rounded on the total of each tax (${ways[rounding]})`,
    sum: (figures) => {
      const taxes = [...new Set(figures.map(({ tax }) => tax ?? ''))];
      return sum(
        taxes.map((tax) => round(total(figures.filter((one) => (one.tax ?? '') === tax)), 2, rounding)),
      );
    },
  };
}

function onTotal(rounding: Rounding): RoundingRule {
  return {
    name: `total${capitalised(rounding)}`,
    text: `rounded once, on the total (${ways[rounding]})`,
    sum: (figures) => round(total(figures), 2, rounding),
  };
}

function unitPrice(places: 2 | 3 | 4): RoundingRule {
  return {
    name: `unitPrice${places}`,
    text: `calculated with unit prices of ${places} places`,
    sum: (figures) => {
      const parts = figures.map(({ factors }) =>
        factors === undefined ? undefined : round(multiply(factors.quantity, round(factors.price, places))),
      );
      return parts.every((part) => part !== undefined) ? sum(parts) : undefined;
    },
  };
}

const unrounded: RoundingRule = { name: 'unrounded', text: 'not rounded at all', sum: total };

/** Usual ones first: where several give the same figure, the first is named. */
export const amountRules: readonly RoundingRule[] = [
  eachLine('halfUp'),
  onTotal('halfUp'),
  eachLine('halfEven'),
  onTotal('halfEven'),
  unitPrice(2),
  unitPrice(3),
  unitPrice(4),
  unrounded,
  eachLine('down'),
  onTotal('down'),
  eachLine('halfDown'),
  onTotal('halfDown'),
  eachLine('up'),
  onTotal('up'),
];

export const taxRules: readonly RoundingRule[] = [
  eachLine('halfUp'),
  eachTax('halfUp'),
  onTotal('halfUp'),
  eachLine('halfEven'),
  eachTax('halfEven'),
  onTotal('halfEven'),
  unrounded,
  eachLine('down'),
  eachTax('down'),
  onTotal('down'),
  eachLine('halfDown'),
  onTotal('halfDown'),
  eachLine('up'),
  eachTax('up'),
  onTotal('up'),
];

/** The first rule that gives the figure; undefined when none does. */
export function findRule(
  rules: readonly RoundingRule[],
  figures: readonly LineFigure[],
  wanted: DecimalText,
): RoundingRule | undefined {
  return rules.find((rule) => rule.sum(figures) === wanted);
}

/** Lines whose figure is no whole cents: only they can be rounded one way or the other. */
export function roundedLines(figures: readonly LineFigure[]): readonly LineFigure[] {
  return figures.filter(({ exact }) => !isZero(exact) && round(exact) !== exact);
}

function total(figures: readonly LineFigure[]): DecimalText {
  return sum(figures.map(({ exact }) => exact));
}

function capitalised<Text extends string>(text: Text): Capitalize<Text> {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}` as Capitalize<Text>;
}
