import { nearestNames } from '../error/nearest-names.js';
import type { DataLinkField } from './data-link-vocabulary.js';

/** Finds fields by name: those of records exactly, those of documents without regard to case, as macros do. */
export class NamedFields {
  readonly #exact = new Map<string, DataLinkField>();
  readonly #folded = new Map<string, DataLinkField>();

  constructor(fields: readonly DataLinkField[], spelling: 'exact' | 'any') {
    for (const field of fields) {
      const folded = field.name.toLowerCase();
      if (!this.#exact.has(field.name)) this.#exact.set(field.name, field);
      if (spelling === 'any' && !this.#folded.has(folded)) this.#folded.set(folded, field);
    }
  }

  find(name: string): DataLinkField | undefined {
    return this.#exact.get(name) ?? this.#folded.get(name.toLowerCase());
  }

  /** Fields that were probably meant: those that people see under this name, then the nearest names. */
  suggest(name: string): readonly string[] {
    const wanted = name.trim().toLowerCase();
    const labelled = [...this.#exact.values()].filter(
      (field) => field.label?.trim().toLowerCase() === wanted,
    );
    return [...new Set([...labelled.map((field) => field.name), ...nearestNames(name, this.#exact.keys())])];
  }
}
