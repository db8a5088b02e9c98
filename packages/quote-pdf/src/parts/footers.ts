import type { QuoteDocument } from '@quotebridge/core';
import { documentTitle } from '../page/document-title.js';
import { styles } from '../page/look.js';
import type { Sheet } from '../page/sheet.js';

/** The foot of every page. Returns how many pages there are. */
export function drawFooters(sheet: Sheet, document: QuoteDocument): number {
  const { pdf, typesetter, left, width } = sheet;
  const { start, count } = pdf.bufferedPageRange();
  const title = [documentTitle(document), document.name].filter((part) => part.trim() !== '').join(' · ');
  const shortened = typesetter.oneLine(title, width - 90, styles.faint);
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(start + page);
    sheet.y = sheet.bottom + 14;
    sheet.rule();
    sheet.y += 6;
    typesetter.draw(shortened, { x: left, width: width - 90 }, sheet.y, styles.faint);
    const number = `Page ${page + 1} of ${count}`;
    typesetter.drawWhole(number, { x: left, width, align: 'right' }, sheet.y, styles.faint);
  }
  return count;
}
