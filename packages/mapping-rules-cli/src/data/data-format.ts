export const dataFormats = ['csv', 'json', 'ndjson'] as const;
export type DataFormat = (typeof dataFormats)[number];

const endings: Readonly<Record<string, DataFormat>> = {
  csv: 'csv',
  txt: 'csv',
  tsv: 'csv',
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
};

/** By the ending of a file's name; undefined: it says nothing. */
export function formatOfName(path: string): DataFormat | undefined {
  const ending = /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(endings, ending) ? endings[ending] : undefined;
}

/** By the first bytes in UTF-8: a bracket begins a list, a brace objects one below the other, anything else is a table. */
export function formatOfStart(bytes: Uint8Array): DataFormat {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('utf8').replace('\uFEFF', '').trimStart();
  if (start.startsWith('[')) return 'json';
  return start.startsWith('{') ? 'ndjson' : 'csv';
}
