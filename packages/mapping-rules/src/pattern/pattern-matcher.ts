import type { Automaton } from './automaton.js';
import { allows, type CharacterTest } from './character-test.js';

/** All places where a text that was read so far may have arrived. */
interface State {
  readonly places: readonly number[];
  readonly accepting: boolean;
  /** By class of the next character; filled when first needed. */
  readonly next: (State | undefined)[];
}

/** States and characters that are remembered; a pattern that meets more begins anew. */
const maximumStates = 500;
const maximumCharacters = 5000;

/**
 * Compares texts with a pattern, one step a character whatever the pattern is: it follows all readings at once, and
 * remembers where each set of them led (a lazily built deterministic automaton).
 */
export class PatternMatcher {
  readonly #automaton: Automaton;
  readonly #tests: readonly CharacterTest[];
  /** By place: its test. */
  readonly #testOf: readonly number[];
  /** Characters that all tests treat alike are one class; by class: the tests that it passes. */
  readonly #classes: (readonly boolean[])[] = [];
  readonly #classOf = new Map<number, number>();
  readonly #states = new Map<string, State>();
  #start: State;

  constructor(automaton: Automaton) {
    this.#automaton = automaton;
    const tests = new Map<string, CharacterTest>();
    const names = automaton.tests.map((test) => {
      const name = test?.character ?? ` ${test?.expression.source ?? ''}`;
      if (test !== undefined) tests.set(name, test);
      return name;
    });
    this.#tests = [...tests.values()];
    const places = new Map([...tests.keys()].map((name, place) => [name, place]));
    this.#testOf = names.map((name) => places.get(name) ?? -1);
    this.#start = this.#stateOf([0]);
  }

  /** @param text in the folded form */
  matches(text: string): boolean {
    let state = this.#start;
    for (let index = 0; index < text.length; index++) {
      const codePoint = text.codePointAt(index) ?? 0;
      if (codePoint > 0xffff) index++;
      const one = this.#classOf.get(codePoint) ?? this.#classify(codePoint);
      state = state.next[one] ?? this.#step(state, one);
      if (state.places.length === 0) return false;
    }
    return state.accepting;
  }

  #classify(codePoint: number): number {
    const character = String.fromCodePoint(codePoint);
    const passed = this.#tests.map((test) => allows(test, character));
    let one = this.#classes.findIndex((other) => other.every((value, test) => value === passed[test]));
    if (one < 0) one = this.#classes.push(passed) - 1;
    if (this.#classOf.size >= maximumCharacters) this.#classOf.clear();
    this.#classOf.set(codePoint, one);
    return one;
  }

  #step(state: State, one: number): State {
    const passed = this.#classes[one];
    const reached = new Set<number>();
    for (const from of state.places) {
      for (const to of this.#automaton.next[from] ?? []) {
        if (passed?.[this.#testOf[to] ?? -1] === true) reached.add(to);
      }
    }
    const next = this.#stateOf([...reached].sort((a, b) => a - b));
    state.next[one] = next;
    return next;
  }

  #stateOf(places: readonly number[]): State {
    const key = places.join();
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    if (this.#states.size >= maximumStates) {
      this.#states.clear();
      this.#start = this.#stateOf([0]);
    }
    const accepting = places.some((place) => this.#automaton.accepting[place]);
    const state: State = { places, accepting, next: [] };
    this.#states.set(key, state);
    return state;
  }
}
