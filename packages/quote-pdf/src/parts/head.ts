import type { QuoteDocument } from '@quotebridge/core';
import { documentTitle } from '../page/document-title.js';
import { colours, styles } from '../page/look.js';
import type { Sheet } from '../page/sheet.js';
import { drawBlocks } from './blocks.js';
import { dateText } from './figures.js';

/** The sender, what the document is, and its facts. */
export function drawHead(sheet: Sheet, document: QuoteDocument, sender: string): void {
  const [company = '', ...address] = sender.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (company !== '') {
    sheet.writeText(company, sheet.column, styles.sender);
    sheet.writeText(address.map((line) => line.trim()).join(' · '), sheet.column, styles.faint);
    sheet.y += 6;
    sheet.rule(colours.accent, 1);
    sheet.y += 16;
  }
  sheet.writeText(documentTitle(document), sheet.column, styles.title);
  sheet.writeText(document.name, sheet.column, styles.name);
  sheet.y += 12;
  drawFacts(sheet, factsOf(document));
}

type Fact = readonly [label: string, value: string];

function factsOf(document: QuoteDocument): readonly Fact[] {
  const { date, expiresOn, convertedFrom, revisionOf, fields } = document;
  const facts: Fact[] = [
    ['Date', date === undefined ? '' : dateText(date)],
    ['Valid until', expiresOn === undefined || document.type !== 'QUOTE' ? '' : dateText(expiresOn)],
    ['Purchase order', document.purchaseOrder],
    ['Sales representative', document.salesRepresentative],
    ['Prepared by', document.preparedBy === document.salesRepresentative ? '' : document.preparedBy],
    ['Terms', fields['Terms'] ?? ''],
    ['Made from', convertedFrom ?? ''],
    ['Revision of', revisionOf ?? ''],
    ['Currency', document.currency ?? ''],
  ];
  return facts.filter(([, value]) => value.trim() !== '');
}

/** Four beside each other, a small label above each value. */
function drawFacts(sheet: Sheet, facts: readonly Fact[]): void {
  const across = 4;
  const gap = 12;
  const width = (sheet.width - gap * (across - 1)) / across;
  for (let from = 0; from < facts.length; from += across) {
    const blocks = facts.slice(from, from + across).map(([title, value], index) => ({
      title,
      column: { x: sheet.left + index * (width + gap), width },
      texts: [{ lines: sheet.typesetter.wrap(value, width, styles.body), style: styles.body }],
    }));
    drawBlocks(sheet, blocks);
    sheet.y += 8;
  }
  sheet.y += 4;
}
