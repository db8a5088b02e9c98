/** First bytes of files that people take for an export, and what to call them. */
const signatures: readonly (readonly [start: string, name: string])[] = [
  ['%PDF', 'a PDF document'],
  ['PK\u0003\u0004', 'an Excel workbook or another ZIP archive'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Excel or Word file (.xls, .doc)'],
  ['\u0000\u0001\u0000\u0000Stan', 'an Access database (DOCS.MDB)'],
  ['SQLite format 3', 'a SQLite database'],
  ['\u0089PNG', 'a PNG picture'],
  ['\u00ff\u00d8\u00ff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['\u001f\u008b', 'a gzip archive'],
  ['{\\rtf', 'a rich text document'],
  ['<?xml', 'an XML document'],
  ['<QuoteWerksXML', 'a QuoteWerks XML document'],
  ['<!doctype html', 'a web page'],
  ['<html', 'a web page'],
];

/** What a file looks like by its first bytes when it is neither CSV nor JSON; undefined: nothing known. */
export function recogniseFormat(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 64));
  const text = start
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase();
  return signatures.find(([sign]) => start.startsWith(sign) || text.startsWith(sign.toLowerCase()))?.[1];
}
