import type { Automaton } from './automaton.js';
import { anyCharacter, type CharacterSet } from './character-set.js';
import type { CharacterTest } from './character-test.js';
import { setOfClass } from './set-of-class.js';

/** An automaton whose tests are known as sets of characters, so that patterns can be compared with each other. */
export interface AnalysedAutomaton extends Pick<Automaton, 'next' | 'accepting' | 'doubled'> {
  /** By place: what is read on the way to it. */
  readonly sets: readonly CharacterSet[];
}

const analysed = new WeakMap<Automaton, AnalysedAutomaton>();
const scanned = new Map<string, CharacterSet>();
/** Classes that are remembered. */
const maximumScanned = 200;

export function analysedAutomaton(automaton: Automaton): AnalysedAutomaton {
  const known = analysed.get(automaton);
  if (known !== undefined) return known;
  const made = { ...automaton, sets: automaton.tests.map((test) => (test === undefined ? [] : setOf(test))) };
  analysed.set(automaton, made);
  return made;
}

function setOf({ character, expression }: CharacterTest): CharacterSet {
  if (character !== undefined) {
    const codePoint = character.codePointAt(0) ?? 0;
    return [codePoint, codePoint + 1];
  }
  if (expression.source === '^.$') return anyCharacter;
  const known = scanned.get(expression.source);
  if (known !== undefined) return known;
  const set = setOfClass(expression);
  if (scanned.size >= maximumScanned) scanned.clear();
  scanned.set(expression.source, set);
  return set;
}
