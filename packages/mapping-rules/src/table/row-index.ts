import type { TableCondition } from './table-condition.js';

/** What rows are looked up by: a field's whole value, exact or folded, or the first characters of the folded one. */
export interface IndexPart {
  readonly field: number;
  readonly form: 'exact' | 'folded';
  /** `Infinity`: the whole value. */
  readonly length: number;
}

/** What an index is asked with. */
export interface Asked {
  /** What it has for a part; undefined: nothing that could match. */
  textOf(part: IndexPart): string | undefined;
  meets(condition: TableCondition): boolean;
}

/** What is found below the values that it is looked up by, and the conditions that these do not settle. */
export interface IndexedRow<Target> {
  readonly row: number;
  readonly target: Target;
  readonly rest: readonly TableCondition[];
}

export type IndexLevel<Target> = Map<string, IndexLevel<Target> | IndexedRow<Target>[]>;

/** All rows that are looked up by the same parts, by their values (one `Map` a part). */
export interface RowGroup<Target> {
  readonly parts: readonly IndexPart[];
  readonly firstRow: number;
  /** Of a group without parts. */
  readonly rows: IndexedRow<Target>[];
  readonly values: IndexLevel<Target>;
}

/**
 * Finds rows by the values of their fields. Rows of the same shape (an exact ItemType and a prefix of three characters)
 * make a group, in which one access a field finds those that can match; only what is left of patterns is compared.
 */
export class RowIndex<Target> {
  readonly #groups = new Map<string, RowGroup<Target>>();
  #inOrder: readonly RowGroup<Target>[] | undefined;

  /** Rows are added in their order. */
  add(row: number, conditions: readonly TableCondition[], target: Target): void {
    const keys = conditions.map(keyOf).sort((a, b) => compare(a.name, b.name));
    const name = keys.map((key) => key.name).join();
    let group = this.#groups.get(name);
    if (group === undefined) {
      const parts = keys.flatMap(({ part }) => part ?? []);
      group = { parts, firstRow: row, rows: [], values: new Map() };
      this.#groups.set(name, group);
      this.#inOrder = undefined;
    }
    const texts = keys.flatMap(({ part, text }) => (part === undefined ? [] : [text]));
    const rest = keys.flatMap(({ settled, condition }) => (settled ? [] : [condition]));
    bucket(group, texts).push({ row, target, rest });
  }

  /** In the order of their first rows. */
  get groups(): readonly RowGroup<Target>[] {
    return (this.#inOrder ??= [...this.#groups.values()].sort((a, b) => a.firstRow - b.firstRow));
  }

  /** The first row whose conditions all hold. */
  first(question: Asked): Target | undefined {
    let best: IndexedRow<Target> | undefined;
    for (const group of this.groups) {
      if (best !== undefined && group.firstRow >= best.row) break;
      for (const indexed of found(group, question)) {
        if (best !== undefined && indexed.row >= best.row) break;
        if (!holds(indexed, question)) continue;
        best = indexed;
        break;
      }
    }
    return best?.target;
  }

  /** The first that match, of each group so many at most, in no order. */
  some(question: Asked, limit: number): readonly Target[] {
    const matching: Target[] = [];
    for (const group of this.groups) {
      let left = limit;
      for (const indexed of found(group, question)) {
        if (left === 0) break;
        if (!holds(indexed, question)) continue;
        matching.push(indexed.target);
        left--;
      }
    }
    return matching;
  }
}

function holds<Target>({ rest }: IndexedRow<Target>, question: Asked): boolean {
  return rest.length === 0 || rest.every((condition) => question.meets(condition));
}

interface RowKey {
  readonly name: string;
  /** Undefined: nothing to look up by. */
  readonly part: IndexPart | undefined;
  readonly text: string;
  /** Whoever has the value meets the condition. */
  readonly settled: boolean;
  readonly condition: TableCondition;
}

function keyOf(condition: TableCondition): RowKey {
  const { field, mode, form, pattern } = condition;
  const start = pattern?.start ?? form;
  const whole = pattern?.whole ?? mode !== 'prefix';
  if (start === '' && !whole) return { name: '', part: undefined, text: '', settled: false, condition };
  const part: IndexPart = {
    field,
    form: mode === 'exact' ? 'exact' : 'folded',
    length: whole ? Infinity : start.length,
  };
  const name = `${field} ${part.form} ${part.length}`;
  return { name, part, text: start, settled: pattern === undefined || whole, condition };
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function bucket<Target>({ rows, values }: RowGroup<Target>, texts: readonly string[]): IndexedRow<Target>[] {
  let level = values;
  for (const [place, text] of texts.entries()) {
    const next = level.get(text);
    if (place === texts.length - 1) {
      if (Array.isArray(next)) return next;
      const made: IndexedRow<Target>[] = [];
      level.set(text, made);
      return made;
    }
    if (next instanceof Map) level = next;
    else {
      const made: IndexLevel<Target> = new Map();
      level.set(text, made);
      level = made;
    }
  }
  return rows;
}

function found<Target>(
  { parts, rows, values }: RowGroup<Target>,
  question: Asked,
): readonly IndexedRow<Target>[] {
  let level: IndexLevel<Target> | IndexedRow<Target>[] = parts.length === 0 ? rows : values;
  for (const part of parts) {
    if (Array.isArray(level)) return level;
    const text = question.textOf(part);
    const next: IndexLevel<Target> | IndexedRow<Target>[] | undefined =
      text === undefined ? undefined : level.get(text);
    if (next === undefined) return [];
    level = next;
  }
  return Array.isArray(level) ? level : [];
}
