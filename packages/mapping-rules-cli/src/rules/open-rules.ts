import { Failure } from '../errors/failure.js';
import { problemLines } from './problem-lines.js';
import { readRuleFile, type RuleFile } from './rule-file.js';
import { counted, visible, type Terminal } from '@quotebridge/command-line/terminal';
import { compileRuleSet, type CompiledRuleSet } from '@quotebridge/mapping-rules';
import { generateJoin } from '@quotebridge/mapping-rules/codegen';

export interface OpenedRules {
  readonly file: RuleFile;
  readonly rules: CompiledRuleSet;
}

/**
 * Rules ready to run. Their warnings are told beside the result.
 *
 * @throws Failure `rules.invalid` with everything that is wrong with them
 */
export async function openRules(path: string, terminal: Terminal): Promise<OpenedRules> {
  const file = await readRuleFile(path);
  const compiled = compileRuleSet(file.content, { generateJoin });
  const problems = file.located(compiled.problems);
  if (compiled.ok) {
    if (!terminal.json)
      for (const line of problemLines(visible(problems), terminal.noteColours)) terminal.note(line);
    return { file, rules: compiled.rule };
  }
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  throw new Failure('rules.invalid', `The rules of “${path}” have ${counted(errors, 'error')}.`, {
    problems,
    next: 'Correct them; `mapping-rules check` says everything there is to say about them.',
  });
}
