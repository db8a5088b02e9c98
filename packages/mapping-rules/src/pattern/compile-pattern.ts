import { makeProblem } from '../problem/make-problem.js';
import type { Compilation } from '../problem/compilation.js';
import { automatonOf, type Automaton } from './automaton.js';
import { maximumLength, maximumStates } from './pattern-limits.js';
import { PatternMatcher } from './pattern-matcher.js';
import { PatternReader } from './pattern-reader.js';
import { requiredStart } from './required-start.js';

/** A pattern ready to compare with texts in the folded form. */
export interface CompiledPattern {
  readonly automaton: Automaton;
  /** With what every text that matches begins. */
  readonly start: string;
  /** `start` is the only text that matches. */
  readonly whole: boolean;
  matches(folded: string): boolean;
}

/**
 * Reads a pattern: a regular expression without look-around, back-references and lazy repetition. Each comparison takes
 * one step a character, whatever the pattern is.
 */
export function compilePattern(text: string): Compilation<CompiledPattern> {
  const node =
    text.length > maximumLength ? undefined : new PatternReader(text.trim().normalize('NFC')).read();
  if (node !== undefined && 'code' in node) {
    const position = (node.position ?? 0) + text.length - text.trimStart().length;
    return { ok: false, problems: [{ ...node, position }] };
  }
  const automaton = node === undefined ? undefined : automatonOf(node);
  if (automaton === undefined) {
    const expected = `at most ${maximumStates} characters, all repetitions written out`;
    return {
      ok: false,
      problems: [makeProblem('pattern.tooLarge', '', 'The pattern is too long.', expected)],
    };
  }
  const matcher = new PatternMatcher(automaton);
  const rule = {
    automaton,
    ...requiredStart(automaton),
    matches: (folded: string) => matcher.matches(folded),
  };
  return { ok: true, rule, problems: [] };
}
