import type { MacroArea } from '../macro/macro-scope.js';
import { nearestNames } from '../problem/nearest-names.js';
import { fieldReference } from '../vocabulary/field-reference.js';
import type { DataLinkField } from './data-link-vocabulary.js';

export type FieldFinder = Pick<NamedFields, 'find' | 'suggest'>;

/** Of a record of which nothing is known: it may have any field. */
export const anyFields: FieldFinder = {
  find: (name) => (name === '' ? undefined : { name, type: 'unknown' }),
  suggest: () => [],
};

/**
 * Finds fields by name: those of records exactly; those of documents, which have an area, without regard to case and
 * with or without prefix, as macros do.
 */
export class NamedFields {
  readonly #exact = new Map<string, DataLinkField>();
  readonly #folded = new Map<string, DataLinkField>();
  readonly #area: MacroArea | undefined;

  constructor(fields: readonly DataLinkField[], area?: MacroArea) {
    this.#area = area;
    const add = (map: Map<string, DataLinkField>, name: string, field: DataLinkField): void => {
      if (!map.has(name)) map.set(name, field);
    };
    for (const field of fields) add(this.#exact, field.name, field);
    if (area === undefined) return;
    for (const field of fields) add(this.#folded, field.name.toLowerCase(), field);
    for (const field of fields) {
      for (const name of field.otherNames ?? []) add(this.#folded, name.toLowerCase(), field);
    }
  }

  find(text: string): DataLinkField | undefined {
    const { area, name } = fieldReference(text);
    return (
      this.#exact.get(text) ??
      this.#folded.get(text.toLowerCase()) ??
      (area === this.#area ? this.#folded.get(name.toLowerCase()) : undefined)
    );
  }

  /** Up to three fields that were probably meant: by what people call them, then by the nearest name. */
  suggest(text: string): readonly DataLinkField[] {
    const wanted = plain(text);
    const fields = [...this.#exact.values()];
    const near = (of: (field: DataLinkField) => string): readonly DataLinkField[] => {
      const byName = new Map(fields.map((field) => [of(field), field]));
      byName.delete('');
      return nearestNames(text, byName.keys()).flatMap((name) => byName.get(name) ?? []);
    };
    const labelled = fields.filter(({ label = '' }) => label !== '' && plain(label).includes(wanted));
    const found = [
      ...labelled.filter(({ label = '' }) => plain(label) === wanted),
      ...near(({ name }) => name),
      ...near(({ label = '' }) => label),
      ...(wanted.length < shortestPart ? [] : labelled),
    ];
    return [...new Set(found)].slice(0, 3);
  }
}

/** Less of a label says too little about it. */
const shortestPart = 4;

function plain(text: string): string {
  return text.replaceAll(/\s+/g, '').toLowerCase();
}
