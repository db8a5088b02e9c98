import { compileTable } from '@quotebridge/mapping-rules';
import type { QuoteDocument } from '../domain/document.js';

/** The mapping tables of the push policy: user → agent, ItemType → product group, tax code → tax. */
export type MappingTable = 'users' | 'groups' | 'taxes';

/** A name that a mapping table could have a row for, and the documents that it stands in. */
export interface MappedName {
  readonly name: string;
  /** Numbers, in the order of the documents. */
  readonly documents: readonly string[];
}

/** Names of the documents that no row of a table covers, compared as a push compares them. */
export function unmappedNames(
  table: MappingTable,
  rows: Readonly<Record<string, string>>,
  documents: readonly QuoteDocument[],
): readonly MappedName[] {
  const covered = compileTable(Object.entries(rows).map(([key, value]) => ({ key, value })));
  const found = new Map<string, { readonly name: string; readonly documents: Set<string> }>();
  for (const document of documents) {
    for (const name of namesOf[table](document)) {
      if (name.trim() === '' || covered.lookup(name).matched === 'row') continue;
      const key = name.trim().normalize('NFC').toLowerCase();
      const entry = found.get(key) ?? { name: name.trim(), documents: new Set() };
      entry.documents.add(document.number);
      found.set(key, entry);
    }
  }
  return [...found.values()]
    .map(({ name, documents: numbers }) => ({ name, documents: [...numbers] }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

const namesOf: Readonly<Record<MappingTable, (document: QuoteDocument) => readonly string[]>> = {
  users: ({ salesRepresentative, preparedBy }) => [salesRepresentative, preparedBy],
  groups: ({ lines }) => lines.map(({ itemType }) => itemType),
  taxes: ({ lines }) => lines.map(({ taxCode }) => taxCode),
};
