import { flowScalar, rowText, yamlText } from './row-text.js';
import type { Table, TableRow } from '@quotebridge/mapping-rules';
import { tableToRecords } from '@quotebridge/mapping-rules/tools';

/** A row of a table as its file spells it. */
export interface TableEntry {
  readonly row: TableRow;
  /** Lines of comments above it. */
  readonly lead: readonly string[];
  /** Its own text; of a list in blocks, whole lines with their indentation. */
  readonly body: string;
  /** Where in the body what the row gives is spelt; undefined: it cannot be put in place of. */
  readonly value?: { readonly start: number; readonly end: number };
}

/** What of the old text can stay: rows that mean the same, or that mean the same but for what they give. */
export class EntryPool {
  readonly #same = new Map<string, TableEntry[]>();
  readonly #alike = new Map<string, TableEntry[]>();
  readonly #taken = new Set<TableEntry>();
  readonly #table: Pick<Table, 'match'>;
  readonly #key: string;

  constructor(entries: readonly TableEntry[], table: Pick<Table, 'match'>, key: string) {
    this.#table = table;
    this.#key = key;
    for (const entry of entries) {
      const { whole, conditions } = this.#meaning(entry.row);
      push(this.#same, whole, entry);
      push(this.#alike, conditions, entry);
    }
  }

  /** The old entry that means the same. */
  same(row: TableRow): TableEntry | undefined {
    return this.#take(this.#same, this.#meaning(row).whole);
  }

  /** An old entry with the same conditions, which nothing else has taken. */
  alike(row: TableRow): TableEntry | undefined {
    return this.#take(this.#alike, this.#meaning(row).conditions);
  }

  #take(entries: ReadonlyMap<string, TableEntry[]>, meaning: string): TableEntry | undefined {
    const found = entries.get(meaning)?.find((entry) => !this.#taken.has(entry));
    if (found !== undefined) this.#taken.add(found);
    return found;
  }

  /** Rows mean the same when a spreadsheet shows them alike. */
  #meaning(row: TableRow): { readonly whole: string; readonly conditions: string } {
    const { columns, records } = tableToRecords({ ...this.#table, rows: [row] }, this.#key);
    const cells = columns.map((column, index) => [column, records[0]?.[index] ?? '']);
    const filled = cells.slice(0, -2).filter(([, cell]) => cell !== '');
    filled.sort(([one = ''], [other = '']) => (one < other ? -1 : 1));
    return { whole: JSON.stringify([filled, cells.slice(-2)]), conditions: JSON.stringify(filled) };
  }
}

/** An old row with another value put in place; undefined: it must be spelt anew. */
export function withValue({ row, body, value }: TableEntry, wanted: TableRow): string | undefined {
  if (value === undefined || row.comment !== wanted.comment) return undefined;
  const { start, end } = value;
  const text = body[start] === '"' ? JSON.stringify(wanted.value) : flowScalar(wanted.value);
  return text.includes('\n') ? undefined : body.slice(0, start) + text + body.slice(end);
}

/** How rows that are new are spelt. */
export type RowStyle = 'json' | 'jsonPairs' | 'flow' | 'block' | 'pairs';

export function newBody(row: TableRow, style: RowStyle, margin: string): string {
  if (style === 'json') return spacedJson(row);
  if (style === 'jsonPairs') return `${JSON.stringify(row.when)}: ${JSON.stringify(row.value)}`;
  if (style === 'flow') return `${margin}${rowText(row)}`;
  const value = style === 'pairs' ? { [typeof row.when === 'string' ? row.when : '']: row.value } : row;
  const lines = yamlText(value).trimEnd().split('\n');
  const first = style === 'pairs' ? margin : `${margin}- `;
  const other = style === 'pairs' ? margin : `${margin}  `;
  return lines.map((line, index) => `${index === 0 ? first : other}${line}`).join('\n');
}

/** `{ "when": "Labor", "value": "1" }`: JSON in one line. */
export function spacedJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, child]) => `${JSON.stringify(name)}: ${spacedJson(child)}`,
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function push(map: Map<string, TableEntry[]>, key: string, entry: TableEntry): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [entry]);
  else there.push(entry);
}
