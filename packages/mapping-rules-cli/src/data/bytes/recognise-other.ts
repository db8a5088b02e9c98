/** First bytes of files that people take for a table, and what to call them. */
const signatures: readonly (readonly [start: string, name: string])[] = [
  ['PK\u0003\u0004', 'an Excel workbook or another ZIP archive'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Excel or Word file'],
  ['%PDF', 'a PDF document'],
  ['SQLite format 3', 'a SQLite database'],
  ['\u001f\u008b', 'a gzip archive'],
];

/** What the content is by its first bytes when it is no text at all. */
export function recogniseOther(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  return signatures.find(([sign]) => start.startsWith(sign))?.[1];
}
