import { compileTable } from '@quotebridge/mapping-rules';
import type { QuoteDocument } from '../domain/document.js';
import type { DocumentRules } from '../rules/document-rules.js';
import { keyedUser } from '../rules/keyed-user.js';
import { soundRows } from '../rules/sound-rows.js';

/** The mapping tables of the push policy: user → agent, ItemType → product group, tax code → tax. */
export type MappingTable = 'users' | 'groups' | 'taxes';

/** A name that a mapping table could have a row for, and the documents that it stands in. */
export interface MappedName {
  readonly name: string;
  /** Numbers, in the order of the documents. */
  readonly documents: readonly string[];
}

/** Names of the documents that no row of a table of the settings covers, compared as a push compares them. */
export function unmappedNames(
  table: MappingTable,
  rows: Readonly<Record<string, string>>,
  documents: readonly QuoteDocument[],
): readonly MappedName[] {
  const covered = compileTable({ rows: soundRows(rows) }, { key: 'ItemType' });
  const isCovered = (name: string): boolean => covered.ok && covered.rule.lookupKey(name).matched === 'row';
  return collect(
    documents.map((document) => ({
      document,
      names: namesOf[table](document).filter((name) => !isCovered(name)),
    })),
  );
}

/** Users and ItemTypes that the rules have no row for, in one line at least. */
export function uncoveredNames(
  table: 'users' | 'groups',
  documents: readonly QuoteDocument[],
  rulesFor: (document: QuoteDocument) => DocumentRules,
): readonly MappedName[] {
  return collect(
    documents.map((document) => {
      const rules = rulesFor(document);
      const { users, productGroups } = rules.compiled.tables;
      const names =
        table === 'users'
          ? usersOf(document, rules).filter((name) => users?.lookup(rules.scope(), name).matched !== 'row')
          : document.lines
              .filter((line) => productGroups?.lookup(rules.scope(line)).matched !== 'row')
              .map(({ itemType }) => itemType);
      return { document, names };
    }),
  );
}

/** Where the rules go by a field of their own, nobody else of the document counts. */
function usersOf(document: QuoteDocument, { ruleSet, scope }: DocumentRules): readonly string[] {
  const key = ruleSet.users?.key;
  return key === undefined ? namesOf.users(document) : [keyedUser(key, scope())];
}

function collect(
  uncovered: readonly { readonly document: QuoteDocument; readonly names: readonly string[] }[],
): readonly MappedName[] {
  const found = new Map<string, { readonly name: string; readonly documents: Set<string> }>();
  for (const { document, names } of uncovered) {
    for (const name of names) {
      if (name.trim() === '') continue;
      const key = name.trim().normalize('NFC').toLowerCase();
      const entry = found.get(key) ?? { name: name.trim(), documents: new Set() };
      entry.documents.add(document.number);
      found.set(key, entry);
    }
  }
  return [...found.values()]
    .map(({ name, documents }) => ({ name, documents: [...documents] }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

const namesOf: Readonly<Record<MappingTable, (document: QuoteDocument) => readonly string[]>> = {
  users: ({ salesRepresentative, preparedBy }) => [salesRepresentative, preparedBy],
  groups: ({ lines }) => lines.map(({ itemType }) => itemType),
  taxes: ({ lines }) => lines.map(({ taxCode }) => taxCode),
};
