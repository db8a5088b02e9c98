import { nearestNames } from '../error/nearest-names.js';
import type { DataLinkField } from './data-link-vocabulary.js';

/**
 * Finds fields by name: those of records exactly; those of documents, which have a `table`, without regard to case and
 * with or without its name before them, as macros do.
 */
export class NamedFields {
  readonly #exact = new Map<string, DataLinkField>();
  readonly #folded = new Map<string, DataLinkField>();
  readonly #table: string | undefined;

  constructor(fields: readonly DataLinkField[], table?: 'DocumentHeaders' | 'DocumentItems') {
    this.#table = table === undefined ? undefined : `${table.toLowerCase()}_`;
    const add = (map: Map<string, DataLinkField>, name: string, field: DataLinkField): void => {
      if (!map.has(name)) map.set(name, field);
    };
    for (const field of fields) add(this.#exact, field.name, field);
    if (table === undefined) return;
    for (const field of fields) add(this.#folded, field.name.toLowerCase(), field);
    for (const field of fields) {
      for (const name of field.otherNames ?? []) add(this.#folded, name.toLowerCase(), field);
    }
  }

  find(name: string): DataLinkField | undefined {
    const folded = name.toLowerCase();
    const found = this.#exact.get(name) ?? this.#folded.get(folded);
    if (found !== undefined || this.#table === undefined || !folded.startsWith(this.#table)) return found;
    return this.#folded.get(folded.slice(this.#table.length));
  }

  /** Up to three fields that were probably meant: by what people call them, then by the nearest name. */
  suggest(name: string): readonly DataLinkField[] {
    const wanted = plain(name);
    const fields = [...this.#exact.values()];
    const labelled = (matches: (label: string) => boolean): readonly DataLinkField[] =>
      fields.filter(({ label = '' }) => label !== '' && matches(plain(label)));
    const byLabel = new Map(fields.map((field) => [field.label ?? '', field]));
    const near = [
      ...nearestNames(name, this.#exact.keys()).map((known) => this.#exact.get(known)),
      ...nearestNames(name, byLabel.keys()).map((label) => byLabel.get(label)),
    ];
    const found = [
      ...labelled((label) => label === wanted),
      ...near.filter((field) => field !== undefined),
      ...(wanted.length < shortestPart ? [] : labelled((label) => label.includes(wanted))),
    ];
    return [...new Set(found)].slice(0, 3);
  }
}

/** Less of a label says too little about it. */
const shortestPart = 4;

function plain(text: string): string {
  return text.replaceAll(/\s+/g, '').toLowerCase();
}
