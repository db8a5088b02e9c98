import { pointer } from '../problem/pointer.js';
import type { Table } from '../table/table.js';
import { columnKeys } from './rule-columns.js';
import type { RuleSet } from './rule-set.js';

/** A table of a rule set and where it stands. */
export interface TableSection {
  /** As commands call it: `productGroups`, `byItemType`, `tables.warranty`. */
  readonly name: string;
  /** JSON pointer: `/partNumber/generation/byItemType`. */
  readonly path: string;
  /** The field that a plain `when` compares. */
  readonly key: string;
  readonly table: Table;
}

/** All tables of a rule set, in the order in which its columns come. */
export function tableSections(ruleSet: RuleSet): readonly TableSection[] {
  const sections: TableSection[] = [];
  const add = (name: string, path: readonly string[], key: string, table: Table | undefined): void => {
    if (table === undefined) return;
    sections.push({ name, path: pointer(path), key: table.key ?? key, table });
  };
  const generation = ruleSet.partNumber?.generation;
  if (generation?.mode === 'byItemType') {
    const path = ['partNumber', 'generation', 'byItemType'];
    add('byItemType', path, columnKeys.byItemType, generation.byItemType);
  }
  for (const name of ['productGroups', 'users', 'taxes'] as const) {
    add(name, [name], columnKeys[name], ruleSet[name]);
  }
  for (const [name, table] of Object.entries(ruleSet.tables ?? {})) {
    add(`tables.${name}`, ['tables', name], columnKeys.tables, table);
  }
  return sections;
}
