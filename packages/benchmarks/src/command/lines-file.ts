import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { quoteLines } from '../macro/quote-lines.js';

/** Writes so many lines of quotes as CSV, the same each time; a few of them with cells in quotes. */
export async function writeLinesFile(path: string, count: number): Promise<void> {
  const samples = quoteLines(5_000, 3).map(({ line, header }) => ({
    ...line,
    ...Object.fromEntries(Object.entries(header).map(([name, value]) => [`DH_${name}`, value])),
  }));
  const rows = samples.map((sample) => `${Object.values(sample).map(cell).join(',')}\r\n`);
  const file = createWriteStream(path);
  file.write(`${Object.keys(samples[0] ?? {}).join(',')}\r\n`);
  for (let written = 0; written < count; written += rows.length) {
    const piece = rows.slice(0, count - written).join('');
    if (!file.write(piece)) await once(file, 'drain');
  }
  file.end();
  await finished(file);
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
