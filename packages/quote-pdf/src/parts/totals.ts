import {
  billingPeriods,
  decimal,
  type DecimalText,
  type DocumentOutline,
  type PeriodAmounts,
  type QuoteDocument,
} from '@quotebridge/core';
import { colours, styles } from '../page/look.js';
import { lineHeight, type Column, type Sheet } from '../page/sheet.js';
import type { TextStyle } from '../text/typesetter.js';
import { moneyText, periodNames } from './figures.js';

const width = 250;

interface Row {
  readonly label: string;
  readonly amount: string;
  readonly style: TextStyle;
}

/** What the lines amount to per billing period, and the sums that the document states. Nothing is added up here. */
export function drawTotals(sheet: Sheet, document: QuoteDocument, outline: DocumentOutline): void {
  const { money } = outline;
  const freight = decimal.isZero(document.freight.amount) ? '' : ', freight included';
  const recurs = billingPeriods.some((period) => period !== 'oneOff' && money.net[period] !== undefined);
  const column: Column = { x: sheet.left + sheet.width - width, width };

  drawBlock(sheet, column, `Totals per billing period, net${freight}`, periodRows(money.net, styles.body));
  drawBlock(sheet, column, 'Options, not in the totals', periodRows(money.optional, styles.faintBody));
  const stated = statedRows(document, money.currency);
  if (stated.length === 0) return;
  drawBlock(sheet, column, recurs ? 'Due once' : 'Total', stated);
  if (recurs) {
    const text = 'Recurring amounts are billed per period, as stated above.';
    sheet.y -= 6;
    sheet.writeText(text, column, styles.faint);
    sheet.y += 14;
  }
}

function periodRows(amounts: PeriodAmounts, style: TextStyle): readonly Row[] {
  return billingPeriods.flatMap((period) => {
    const amount = amounts[period];
    return amount === undefined ? [] : [{ label: periodNames[period], amount: moneyText(amount), style }];
  });
}

function statedRows(document: QuoteDocument, currency: string | undefined): readonly Row[] {
  const { subtotal, tax, freight, grandTotal } = document;
  const row = (label: string, amount: DecimalText | undefined, style: TextStyle): Row[] =>
    amount === undefined ? [] : [{ label, amount: moneyText(amount), style }];
  return [
    ...row('Subtotal', subtotal, styles.body),
    ...row('Freight', decimal.isZero(freight.amount) ? undefined : freight.amount, styles.body),
    ...row('Tax', tax.total, styles.body),
    ...row(currency === undefined ? 'Total' : `Total ${currency}`, grandTotal, styles.total),
  ];
}

function drawBlock(sheet: Sheet, column: Column, title: string, rows: readonly Row[]): void {
  if (rows.length === 0) return;
  const heights = rows.map(({ style }) => lineHeight(style) + 3);
  sheet.ensure(heights.reduce((sum, height) => sum + height, lineHeight(styles.label) + 8));
  sheet.writeText(title, column, styles.label);
  sheet.y += 2;
  sheet.pdf
    .moveTo(column.x, sheet.y)
    .lineTo(column.x + column.width, sheet.y)
    .lineWidth(0.75)
    .strokeColor(colours.accent)
    .stroke();
  sheet.y += 4;
  for (const [index, { label, amount, style }] of rows.entries()) {
    sheet.typesetter.drawWhole(label, column, sheet.y, style);
    sheet.typesetter.drawWhole(amount, { ...column, align: 'right' }, sheet.y, style);
    sheet.y += heights[index] ?? 0;
  }
  sheet.y += 12;
}
