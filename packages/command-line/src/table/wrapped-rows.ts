import stringWidth from 'string-width';

/** A text in rows that fit the width, each behind as many blanks. A word that is longer than a row stays whole. */
export function wrappedRows(text: string, indent: number, width: number): string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of text.replace(/\s*[\r\n]+\s*/g, ' ⏎ ').split(' ')) {
    const longer = row === '' ? word : `${row} ${word}`;
    if (row !== '' && stringWidth(longer) > width - indent) {
      rows.push(row);
      row = word;
    } else row = longer;
  }
  return [...rows, row].map((line) => `${' '.repeat(indent)}${line}`);
}
