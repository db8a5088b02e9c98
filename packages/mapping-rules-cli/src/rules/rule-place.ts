import type { RuleFile } from './rule-file.js';

/** Where a rule stands, for people: `/productGroups/rows/3 (rules.yaml:12)`. */
export function rulePlace(file: Pick<RuleFile, 'path' | 'placeOf'>, pointer: string): string {
  return `${pointer} (${file.path}:${file.placeOf(pointer).line})`;
}
