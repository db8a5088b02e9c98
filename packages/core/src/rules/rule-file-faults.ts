import { compileRuleSet, type Problem, type RuleSet } from '@quotebridge/mapping-rules';
import type { JsonObject } from '../base/json.js';
import type { InputFault } from '../errors/quotebridge-error.js';
import type { RuleFile } from './rule-file.js';
import { statedTwice } from './stated-twice.js';

/**
 * What keeps a rule file from being read at all: its structure, and settings that say the same. What is wrong with macros
 * and tables is told with each plan, beside everything else.
 *
 * @param settings as a person has written them
 */
export function ruleFileFaults(file: RuleFile | undefined, settings: JsonObject): readonly InputFault[] {
  if (file === undefined) return [];
  const compiled = compileRuleSet(file.document);
  const structure = compiled.problems.filter(({ code }) => code.startsWith('rules.'));
  if (structure.length > 0) return structure.map(faultOf);
  return statedTwice(settings, file.document as RuleSet, file.name ?? 'the rule file');
}

/** `/rules` and the place in the file. */
function faultOf({ code, path, expected, suggestions }: Problem): InputFault {
  const near = suggestions.length === 0 ? '' : ` (did you mean ${suggestions.join(' or ')}?)`;
  const wanted =
    code === 'rules.unknownKey'
      ? `one of ${expected}`
      : code === 'rules.missingKey'
        ? `“${expected}”, which is missing`
        : expected;
  return { at: `/rules${path}`, expected: wanted + near };
}
