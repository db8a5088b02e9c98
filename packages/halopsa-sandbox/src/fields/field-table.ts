/** What a field of a record may hold. `rows` and `record` have fields of their own. */
export type FieldKind = 'integer' | 'number' | 'flag' | 'date' | 'text' | 'any' | 'rows' | 'record';

export interface Field {
  readonly kind: FieldKind;
  /** Most characters of a text. */
  readonly maxLength?: number;
  readonly of?: FieldTable;
  /** Steers the request, is never stored. */
  readonly transient?: boolean;
  /** Computed by the server: accepted, then ignored. */
  readonly computed?: boolean;
}

/** Fields by lower-case name: JSON binding in ASP.NET does not look at letter case. */
export type FieldTable = ReadonlyMap<string, Field>;

/** Field names by kind, separated by blanks; texts by their greatest length (0 = unlimited). */
export interface FieldList {
  readonly integer?: string;
  readonly number?: string;
  readonly flag?: string;
  readonly date?: string;
  readonly text?: Readonly<Record<number, string>>;
  readonly any?: string;
  readonly rows?: Readonly<Record<string, FieldTable>>;
  readonly record?: Readonly<Record<string, FieldTable>>;
  /** Which of the above are never stored. */
  readonly transient?: string;
  readonly computed?: string;
}

const simpleKinds = ['integer', 'number', 'flag', 'date', 'any'] as const;

export function fieldTable(list: FieldList): FieldTable {
  const table = new Map<string, Field>();
  for (const kind of simpleKinds) for (const name of words(list[kind])) table.set(name, { kind });
  for (const [length, names] of Object.entries(list.text ?? {})) {
    const maxLength = Number(length);
    for (const name of words(names)) table.set(name, { kind: 'text', ...(maxLength > 0 && { maxLength }) });
  }
  for (const kind of ['rows', 'record'] as const) {
    for (const [name, of] of Object.entries(list[kind] ?? {})) table.set(name, { kind, of });
  }
  for (const name of words(list.transient)) {
    table.set(name, { ...(table.get(name) ?? { kind: 'any' }), transient: true });
  }
  for (const name of words(list.computed)) table.set(name, { kind: 'any', computed: true });
  return table;
}

function words(names = ''): string[] {
  return names.split(/\s+/).filter((name) => name !== '');
}
