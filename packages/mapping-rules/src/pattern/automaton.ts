import type { CharacterTest } from './character-test.js';
import { maximumStates, maximumSteps } from './pattern-limits.js';
import type { PatternNode } from './pattern-node.js';

/**
 * A pattern as places and steps between them (Glushkov): place 0 is the beginning, each other one a character that was
 * read. The steps without reading are gone, but it is known where there was more than one way.
 */
export interface Automaton {
  /** By place: what is read on the way to it; nothing to the beginning. */
  readonly tests: readonly (CharacterTest | undefined)[];
  /** By place: those that come next. */
  readonly next: readonly (readonly number[])[];
  /** By place: may a text end there? */
  readonly accepting: readonly boolean[];
  /** Steps that can be taken in two ways, which repetitions within repetitions bring about. */
  readonly doubled: readonly (readonly [from: number, to: number])[];
}

/** Places with the number of ways, 2 standing for more. */
type Ways = Map<number, number>;

interface Fragment {
  readonly first: Ways;
  readonly last: Ways;
  /** Ways to read nothing. */
  readonly empty: number;
}

/** Undefined: too large. */
export function automatonOf(node: PatternNode): Automaton | undefined {
  const builder = new AutomatonBuilder();
  return builder.finish(builder.build(node));
}

const nothing: Fragment = { first: new Map(), last: new Map(), empty: 1 };

class AutomatonBuilder {
  readonly #tests: (CharacterTest | undefined)[] = [undefined];
  readonly #next: Ways[] = [new Map<number, number>()];
  #steps = 0;

  /** Once it has grown too large, what it builds does not matter any more. */
  get #tooLarge(): boolean {
    return this.#tests.length > maximumStates || this.#steps > maximumSteps;
  }

  build(node: PatternNode): Fragment {
    if (this.#tooLarge) return nothing;
    switch (node.kind) {
      case 'one':
        return this.#place(node.test);
      case 'sequence':
        return node.parts.reduce((before, part) => this.#joined(before, this.build(part)), nothing);
      case 'choice': {
        const [first, ...others] = node.options.map((option) => this.build(option));
        return others.reduce(either, first ?? nothing);
      }
      case 'repeat':
        return this.#repeated(node.part, node.minimum, node.maximum);
    }
  }

  finish(whole: Fragment): Automaton | undefined {
    this.#connect(new Map([[0, 1]]), whole.first);
    if (this.#tooLarge) return undefined;
    const doubled: [number, number][] = [];
    this.#next.forEach((ways, from) => {
      for (const [to, count] of ways) if (count > 1) doubled.push([from, to]);
    });
    return {
      tests: this.#tests,
      next: this.#next.map((ways) => [...ways.keys()]),
      accepting: this.#tests.map((_, place) => (place === 0 ? whole.empty > 0 : whole.last.has(place))),
      doubled,
    };
  }

  #place(test: CharacterTest): Fragment {
    const place = this.#tests.push(test) - 1;
    this.#next.push(new Map());
    return { first: new Map([[place, 1]]), last: new Map([[place, 1]]), empty: 0 };
  }

  #repeated(part: PatternNode, minimum: number, maximum: number): Fragment {
    if (maximum === Infinity) {
      const before = this.#times(part, Math.max(0, minimum - 1));
      const loop = this.build(part);
      this.#connect(loop.last, loop.first);
      return this.#joined(before, minimum === 0 ? { ...loop, empty: 1 } : loop);
    }
    let optional = nothing;
    const optionalTimes = isNothing(part) ? 0 : maximum - minimum;
    for (let time = 0; time < optionalTimes && !this.#tooLarge; time++) {
      optional = either(this.#joined(this.build(part), optional), nothing);
    }
    return this.#joined(this.#times(part, minimum), optional);
  }

  #times(part: PatternNode, times: number): Fragment {
    let fragment = nothing;
    for (let time = 0; time < times && !this.#tooLarge && !isNothing(part); time++) {
      fragment = this.#joined(fragment, this.build(part));
    }
    return fragment;
  }

  #joined(left: Fragment, right: Fragment): Fragment {
    if (left === nothing) return right;
    if (right === nothing) return left;
    this.#connect(left.last, right.first);
    return {
      first: sum(left.first, right.first, left.empty),
      last: sum(right.last, left.last, right.empty),
      empty: Math.min(2, left.empty * right.empty),
    };
  }

  #connect(lasts: Ways, firsts: Ways): void {
    this.#steps += lasts.size * firsts.size;
    if (this.#tooLarge) return;
    for (const [from, fromWays] of lasts) {
      const next = this.#next[from] ?? new Map<number, number>();
      for (const [to, toWays] of firsts) {
        next.set(to, Math.min(2, (next.get(to) ?? 0) + fromWays * toWays));
      }
    }
  }
}

function either(left: Fragment, right: Fragment): Fragment {
  return {
    first: sum(left.first, right.first, 1),
    last: sum(left.last, right.last, 1),
    empty: Math.min(2, left.empty + right.empty),
  };
}

/** Adds to the first, which belongs to a fragment that is not used any more; an empty one may be everybody's. */
function sum(into: Ways, more: Ways, times: number): Ways {
  if (times === 0) return into;
  const ways: Ways = into.size === 0 ? new Map<number, number>() : into;
  for (const [place, count] of more) {
    ways.set(place, Math.min(2, (ways.get(place) ?? 0) + count * times));
  }
  return ways;
}

/** Can nothing but the empty text be read? Repeating that would take time and build no place. */
function isNothing(node: PatternNode): boolean {
  switch (node.kind) {
    case 'one':
      return false;
    case 'sequence':
      return node.parts.every(isNothing);
    case 'choice':
      return node.options.every(isNothing);
    case 'repeat':
      return node.maximum === 0 || isNothing(node.part);
  }
}
