import type { DocumentOutline, OutlineLine, QuoteDocument } from '@quotebridge/core';
import { colours, styles } from '../page/look.js';
import { lineHeight, type Column, type Sheet } from '../page/sheet.js';
import type { TextStyle } from '../text/typesetter.js';
import { moneyText, periodNames, quantityText } from './figures.js';

/** Rows that are at most that high are not divided between two pages. */
const undivided = 160;
const padding = 4;
const optionRemark = 'Optional: not in the totals';
/** A heading at the foot of a page, alone, heads nothing. */
const roomBelowHeading = 40;

/** The lines of the document in their order, with a header that each page repeats. */
export function drawLines(sheet: Sheet, document: QuoteDocument, outline: DocumentOutline): void {
  const recurs = outline.lines.some(({ billingPeriod }) => billingPeriod !== 'oneOff');
  const columns = columnsOf(sheet, recurs);
  const header = (): void => drawHeader(sheet, columns, outline.money.currency);
  const firstPayments = new Set(
    document.lines.flatMap(({ key, recurrence }) => (recurrence?.firstPaymentIncluded === true ? [key] : [])),
  );
  sheet.ensure(80);
  header();
  sheet.atPageStart = header;
  for (const line of outline.lines) {
    if (!line.hasMoney && line.type !== 'comment') drawHeading(sheet, columns, line);
    else drawLine(sheet, columns, line, firstPayments.has(line.key));
  }
  sheet.atPageStart = undefined;
  sheet.y += 14;
}

type Columns = Readonly<Record<'description' | 'quantity' | 'price' | 'billed' | 'amount', Column>>;

function columnsOf(sheet: Sheet, recurs: boolean): Columns {
  const gap = 12;
  const widths = { quantity: 58, price: 64, billed: 50, amount: 72 };
  let x = sheet.left + sheet.width;
  const column = (width: number, align: 'left' | 'right'): Column => {
    x -= width;
    const made = { x, width, align };
    if (width > 0) x -= gap;
    return made;
  };
  const amount = column(widths.amount, 'right');
  // Nothing stands in it when nothing recurs.
  const billed = column(recurs ? widths.billed : 0, 'left');
  const price = column(widths.price, 'right');
  const quantity = column(widths.quantity, 'right');
  return { amount, billed, price, quantity, description: { x: sheet.left, width: x - sheet.left } };
}

function drawHeader(sheet: Sheet, columns: Columns, currency: string | undefined): void {
  const { typesetter } = sheet;
  const titles: Readonly<Record<keyof Columns, string>> = {
    description: 'Description',
    quantity: 'Quantity',
    price: 'Unit price',
    billed: 'Billed',
    amount: currency === undefined ? 'Amount' : `Amount ${currency}`,
  };
  for (const name of Object.keys(titles) as (keyof Columns)[]) {
    if (columns[name].width > 0) typesetter.drawWhole(titles[name], columns[name], sheet.y, styles.label);
  }
  sheet.y += lineHeight(styles.label) + 2;
  sheet.rule(colours.accent, 1);
  sheet.y += padding;
}

/** A section, a heading, or the header of a group. What it heads begins on the same page. */
function drawHeading(sheet: Sheet, columns: Columns, line: OutlineLine): void {
  const isGroup = line.type === 'groupHeader';
  const style = isGroup ? styles.strong : styles.heading;
  const column = isGroup ? sheet.column : { x: sheet.left + 6, width: sheet.width - 12 };
  const names = sheet.typesetter.wrap(line.name, column.width, style);
  const note = [line.note, line.optional ? optionRemark : ''].filter((text) => text !== '').join('\n');
  const notes = sheet.typesetter.wrap(note, columns.description.width, styles.faint);
  const height = names.length * lineHeight(style);
  sheet.ensure(height + Math.min(notes.length, 3) * lineHeight(styles.faint) + roomBelowHeading);
  if (!isGroup && sheet.y + height <= sheet.bottom) {
    const { left, width, y, pdf } = sheet;
    pdf.rect(left, y - padding + 0.5, width, height + 2 * padding).fill(colours.tint);
  }
  sheet.y += isGroup ? 0 : 1;
  sheet.write(names, column, style);
  sheet.y += isGroup ? 1 : padding;
  sheet.write(notes, { ...column, width: columns.description.width }, styles.faint);
  if (isGroup || notes.length > 0) {
    sheet.y += padding - 1;
    sheet.rule();
  }
  sheet.y += padding;
}

function drawLine(sheet: Sheet, columns: Columns, line: OutlineLine, firstPaymentIncluded: boolean): void {
  const indent = line.groupKey === null ? 0 : 10;
  // A comment has no figures beside it.
  const room = line.hasMoney ? columns.description.width : sheet.width;
  const description = { x: sheet.left + indent, width: room - indent };
  const style = line.optional ? styles.faintBody : styles.body;
  const names = sheet.typesetter.wrap(line.name, description.width, style);
  const unit = line.unitOfMeasure.trim();
  const figure = isCounted(line) ? quantityText(line.quantity) : '';
  const withUnit = `${figure} ${unit}`.trim();
  const unitFits = sheet.typesetter.fits(withUnit, columns.quantity.width, style);
  const quantity = isCounted(line) && unitFits ? withUnit : figure;
  const remarks = [
    isCounted(line) ? line.partNumber : '',
    isCounted(line) && !unitFits ? `Unit: ${unit}` : '',
    line.note,
    // The header of an optional bundle has said the rest for all of it.
    line.optional ? (line.groupKey === null ? optionRemark : 'Optional') : '',
    firstPaymentIncluded && !line.optional ? 'The first payment is part of the total' : '',
  ]
    .filter((text) => text.trim() !== '')
    .flatMap((text) => sheet.typesetter.wrap(text, description.width, styles.faint));

  const height = names.length * lineHeight(style) + remarks.length * lineHeight(styles.faint);
  sheet.ensure(height + padding <= undivided ? height + padding : 3 * lineHeight(style));
  const { y } = sheet;
  sheet.write(names.slice(0, 1), description, style);
  // After the name, so that a text copied from the PDF reads in this order.
  if (line.hasMoney) drawFigures(sheet, columns, line, quantity, { y, style });
  sheet.write(names.slice(1), description, style);
  sheet.write(remarks, description, styles.faint);
  sheet.y += padding - 1;
  sheet.rule();
  sheet.y += padding;
}

function drawFigures(
  sheet: Sheet,
  columns: Columns,
  line: OutlineLine,
  quantity: string,
  { y, style }: { readonly y: number; readonly style: TextStyle },
): void {
  const cells: Readonly<Record<'quantity' | 'price' | 'billed' | 'amount', string>> = {
    quantity,
    price: isCounted(line) ? moneyText(line.price) : '',
    billed: line.billingPeriod === 'oneOff' ? '' : periodNames[line.billingPeriod],
    amount: moneyText(line.amount),
  };
  for (const name of Object.keys(cells) as (keyof typeof cells)[]) {
    if (cells[name] !== '') sheet.typesetter.drawWhole(cells[name], columns[name], y, style);
  }
}

/** A discount, a charge or freight is one sum, without quantity and unit price. */
function isCounted({ type }: OutlineLine): boolean {
  return type === 'product' || type === 'groupHeader';
}
