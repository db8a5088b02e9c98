import { makeWarning } from '../problem/make-warning.js';
import { pointer } from '../problem/pointer.js';
import type { Problem } from '../problem/problem.js';
import { shown } from '../problem/shown.js';
import type { RuleSet } from './rule-set.js';

/** Tables of one's own whose names differ in case only: whoever writes one of them may mean the other. */
export function similarNames({ tables = {} }: RuleSet): readonly Problem[] {
  const first = new Map<string, string>();
  return Object.keys(tables).flatMap((name) => {
    const before = first.get(name.toLowerCase());
    if (before === undefined) first.set(name.toLowerCase(), name);
    if (before === undefined) return [];
    const message = `The table ${shown(name)} differs from ${shown(before)} in case only.`;
    return [
      makeWarning('table.similarName', pointer(['tables', name]), message, 'names that people tell apart'),
    ];
  });
}
