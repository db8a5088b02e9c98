import { refuse } from '../errors/refuse.js';
import { nearestTo } from '@quotebridge/command-line/terminal';
import type { RuleSet } from '@quotebridge/mapping-rules';
import { tableSections } from '@quotebridge/mapping-rules/tools';

/** A table of rules by its name, whether it is there or may be made. */
export interface NamedSection {
  readonly name: string;
  /** Names that lead to it: `['tables', 'Warranty']`. */
  readonly segments: readonly string[];
  /** The field that a plain `when` compares. */
  readonly key: string;
}

/** Sections that may be made where there are none, and what they compare. */
const newSections: Readonly<Record<string, string>> = {
  productGroups: 'ItemType',
  users: 'DH_SalesRep',
  taxes: 'TaxCode',
};

/** `byItemType` is where the macros of item types stand. */
const generation = ['partNumber', 'generation', 'byItemType'];

/**
 * The table that people call by this name: `productGroups`, `byItemType`, `tables.Warranty`.
 *
 * @param options.made whether a table of one's own may be a new one; not beside one that differs by case only
 * @throws Failure `usage` with the names that there are
 */
export function namedSection(
  ruleSet: RuleSet,
  name: string,
  { made }: { readonly made: boolean },
): NamedSection {
  const there = tableSections(ruleSet);
  const section = there.find((each) => each.name === name);
  if (section !== undefined) return { name, segments: segmentsOf(name), key: section.key };
  const taken = there.some((each) => each.name.toLowerCase() === name.toLowerCase());
  const own = made && !taken && /^tables\.[A-Za-z0-9]+$/.test(name);
  if (own || Object.hasOwn(newSections, name)) {
    return { name, segments: segmentsOf(name), key: newSections[name] ?? 'ItemType' };
  }
  const known = [
    ...new Set([
      ...there.map((each) => each.name),
      ...Object.keys(newSections),
      ...(made ? ['tables.<name>'] : []),
    ]),
  ];
  const like = nearestTo(name, known);
  const near = like.find((each) => each.toLowerCase() === name.toLowerCase()) ?? like[0];
  throw refuse(`The rules have no table “${name}”.`, {
    faults: [
      {
        at: 'SECTION',
        value: name,
        expected: `one of ${known.join(', ')}${made ? '; names of letters and digits' : ''}`,
      },
    ],
    next: near === undefined ? 'Name one of them.' : `Did you mean ${near}?`,
  });
}

function segmentsOf(name: string): readonly string[] {
  if (name === 'byItemType') return generation;
  return name.startsWith('tables.') ? ['tables', name.slice('tables.'.length)] : [name];
}
