import { readFileSync } from 'node:fs';
import type { JsonObject } from '@quotebridge/core';

const docs = new URL('../../../../docs/', import.meta.url);

export function readDocs(name: string): string {
  return readFileSync(new URL(name, docs), 'utf8');
}

/** Rows of the table with that title in its header, cell by cell; code marks are left out. */
export function tableOf(guide: string, title: string): readonly (readonly string[])[] {
  const lines = guide.split('\n');
  const header = lines.findIndex((line) => line.startsWith('|') && cellsOf(line).includes(title));
  const rows = lines.slice(header + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  if (header < 0) throw new Error(`The guide has no table with a column “${title}”.`);
  return rows.slice(0, end).map(cellsOf);
}

function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('`', ''));
}

/** The settings that the `init` line of the guide makes. */
export function settingsOf(guide: string): JsonObject {
  const start = guide.indexOf('npx quotebridge init --plugin halopsa');
  const command = guide.slice(start, guide.indexOf('```', start));
  const settings: Record<string, Record<string, unknown>> = {};
  for (const [, path = '', value = ''] of command.matchAll(/--set ([\w.]+)=(\S+)/g)) {
    const [page = '', name = '', reference] = path.split('.');
    settings[page] = { ...settings[page], [name]: reference === undefined ? value : { [reference]: value } };
  }
  return settings as JsonObject;
}
