import { styles } from '../page/look.js';
import { lineHeight, type Sheet } from '../page/sheet.js';

/** Introduction or closing notes of the document; nothing when they are empty. */
export function drawNotes(sheet: Sheet, text: string): void {
  const lines = sheet.typesetter.wrap(text, sheet.width, styles.body);
  if (lines.length === 0) return;
  sheet.ensure(Math.min(lines.length, 3) * lineHeight(styles.body));
  sheet.write(lines, sheet.column, styles.body);
  sheet.y += 14;
}
