import { moneyText, periodNames } from './money-text.js';
import { table } from '@quotebridge/command-line/table';
import type { Terminal } from '@quotebridge/command-line/terminal';
import type { DocumentLine, QuoteDocument } from '@quotebridge/core';

/** A document as Quotebridge reads it, before anything is decided. */
export function documentView(document: QuoteDocument, { width, colours }: Terminal): string {
  const { soldTo, freight, tax } = document;
  const facts: [string, string | undefined][] = [
    ['sold to', [soldTo.company, soldTo.contact, soldTo.email].filter((part) => part !== '').join(', ')],
    ['status', document.status],
    ['date', document.date],
    ['expires', document.expiresOn],
    ['sales', document.salesRepresentative],
    ['converted from', document.convertedFrom],
    ['revision of', document.revisionOf],
    ['purchase order', document.purchaseOrder],
    ['currency', document.currency],
    ['freight', freight.amount === '0' ? undefined : moneyText(freight.amount)],
    ['tax', tax.total === undefined ? undefined : moneyText(tax.total)],
    ['total', document.grandTotal === undefined ? undefined : moneyText(document.grandTotal)],
  ];
  const columns = [
    { title: '#', align: 'right' as const },
    { title: 'kind' },
    { title: 'part number', shrinksTo: 10 },
    { title: 'description', shrinksTo: 18 },
    { title: 'quantity', align: 'right' as const },
    { title: 'price', align: 'right' as const },
    { title: 'billed', shrinksTo: 8 },
  ];
  return [
    `${colours.bold(`${document.type.toLowerCase()} ${document.number}`)} “${document.name}”`,
    ...facts
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]) => `  ${colours.dim(name.padEnd(14))}  ${value ?? ''}`),
    '',
    table(columns, document.lines.map(row), { width, colours, indent: 2 }),
  ].join('\n');
}

function row(line: DocumentLine, index: number): string[] {
  const billed = line.recurrence === undefined ? '' : periodNames[line.recurrence.period];
  const marks = line.attributes.filter((attribute) => attribute === 'option' || attribute === 'exclude');
  return [
    String(index + 1),
    line.lineType,
    line.manufacturerPartNumber,
    line.description,
    line.quantity,
    moneyText(line.unitPrice),
    [billed, ...marks].filter((part) => part !== '').join(', '),
  ];
}
