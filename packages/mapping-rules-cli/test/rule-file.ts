import { ruleFileOf, type RuleFile } from '../src/rules/rule-file.js';

/** A rule file with that content, each part of it in a line of its own. */
export function ruleFile(content: object, path = 'rules.json'): RuleFile {
  return ruleFileOf(path, JSON.stringify(content, undefined, 1));
}
