import { Failure } from '../errors/failure.js';
import { refuse } from '../errors/refuse.js';
import type { LocatedProblem } from './located-problem.js';
import { readInputFile, utf8Text } from '@quotebridge/command-line/files';
import { parseLocated, type Place } from '@quotebridge/command-line/located';
import type { Problem } from '@quotebridge/mapping-rules';

/** A file of rules as it was read, whatever it holds. */
export interface RuleFile {
  /** As it was named on the command line. */
  readonly path: string;
  readonly text: string;
  /** What the file holds, as JSON has it. */
  readonly content: unknown;
  readonly placeOf: (pointer: string) => Place;
  /** The problems with their places, in the order of the file. */
  readonly located: (problems: readonly Problem[]) => readonly LocatedProblem[];
}

/** Problems that are about a name and not about what stands behind it. */
const aboutNames: ReadonlySet<string> = new Set([
  'rules.unknownKey',
  'data.unknownColumn',
  'table.similarName',
]);

/** @throws Failure `usage` when there is no such file, `rules.invalid` when it is no YAML or JSON, or no keys and values */
export async function readRuleFile(path: string): Promise<RuleFile> {
  return ruleFileOf(path, await readRuleText(path));
}

/** The text alone. @throws Failure `usage` */
export async function readRuleText(path: string): Promise<string> {
  return utf8Text(await readInputFile(path, 'rule file', refuse), path, 'rule file', refuse);
}

/** The same for a text that is at hand. @throws Failure `rules.invalid` */
export function ruleFileOf(path: string, text: string): RuleFile {
  const file = parseLocated(text);
  if (!file.ok) {
    throw new Failure('rules.invalid', `The rule file “${path}” is no valid YAML or JSON.`, {
      problems: [unreadable(path, file.place, file.expected)],
      next: 'Correct that line.',
    });
  }
  const { content } = file;
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new Failure('rules.invalid', `The file “${path}” holds no rules.`, {
      problems: [noRules(path, file.placeOf(''), content)],
      next: 'Name a rule file; `mapping-rules init` writes a first one.',
    });
  }
  const located = (problem: Problem): LocatedProblem => {
    const { code, severity, message, path: pointer, position, expected, suggestions } = problem;
    const place = aboutNames.has(code) ? file.nameOf(pointer) : file.placeOf(pointer, position);
    return { file: path, ...place, severity, code, message, path: pointer, expected, suggestions };
  };
  return {
    path,
    text,
    content,
    placeOf: (pointer) => file.placeOf(pointer),
    located: (problems) =>
      problems.map(located).sort((one, other) => one.line - other.line || one.column - other.column),
  };
}

function unreadable(file: string, place: Place, expected: string): LocatedProblem {
  const message = 'The file cannot be read from here on.';
  const code = 'rules.unreadable' as const;
  return { file, ...place, severity: 'error', code, message, path: '', expected, suggestions: [] };
}

function noRules(file: string, place: Place, content: unknown): LocatedProblem {
  const found =
    content === null
      ? 'empty'
      : Array.isArray(content)
        ? 'a list'
        : `a ${typeof content}`.replace('string', 'text');
  const code = 'rules.wrongType' as const;
  const expected = 'keys and values, such as version: 1';
  return {
    file,
    ...place,
    severity: 'error',
    code,
    message: `The file is ${found}.`,
    path: '',
    expected,
    suggestions: [],
  };
}
