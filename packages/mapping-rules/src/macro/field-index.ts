import { nearestNames } from '../problem/nearest-names.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { macroPrefixes } from './macro-prefixes.js';
import type { MacroArea } from './macro-scope.js';

/** Longer names are found whole only, never as the beginning of something longer. */
const longestBeginning = 256;

/** Finds field names without regard to case. Of two that differ in case only, the exact one wins, then the first. */
export class FieldIndex {
  readonly #exact: Record<MacroArea, ReadonlySet<string>>;
  readonly #folded: Record<MacroArea, ReadonlyMap<string, string>>;

  constructor(vocabulary: Vocabulary) {
    const { line, header, application } = vocabulary;
    this.#exact = { line: new Set(line), header: new Set(header), application: new Set(application) };
    this.#folded = { line: fold(line), header: fold(header), application: fold(application) };
  }

  /** The name as the vocabulary spells it. A column without a name has none. */
  find(area: MacroArea, name: string): string | undefined {
    if (name === '') return undefined;
    return this.#exact[area].has(name) ? name : this.#folded[area].get(name.toLowerCase());
  }

  /** The longest known name that the text begins with, but is not. */
  findBeginning(area: MacroArea, text: string): string | undefined {
    for (let length = Math.min(text.length - 1, longestBeginning); length > 0; length--) {
      const found = this.find(area, text.slice(0, length));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** All fields of that name with their prefixes: `DH_DocNo`. */
  everywhere(name: string): readonly string[] {
    return [...macroPrefixes].flatMap(([prefix, area]) => {
      const known = this.find(area, name);
      return known === undefined ? [] : [`${prefix}_${known}`];
    });
  }

  /**
   * Up to three names that were probably meant, with their prefixes: the same of another area, those that differ by a few
   * letters, then those that go on alike.
   */
  suggest(area: MacroArea, text: string, prefix: string): readonly string[] {
    const others = this.everywhere(text);
    if (others.length > 0) return others.map((other) => prefix.replace(/\w+/, '') + other);
    let names = nearestNames(text, this.#exact[area]);
    if (names.length === 0) names = this.#longerThan(area, this.findBeginning(area, text) ?? text, text);
    return names.map((name) => prefix + name);
  }

  /**
   * Whether a text that begins with a known name may be meant as a longer one: it is near to it, or goes on as it does for
   * a letter at least (`VendorPartNo`: not `Vendor` and the text `PartNo`, but a mistaken `VendorPartNumber`).
   */
  mayBeLonger(area: MacroArea, beginning: string, text: string): boolean {
    const longer = [...this.#exact[area]].filter((name) => name.length > beginning.length);
    return nearestNames(text, longer).length > 0 || this.#longerThan(area, beginning, text).length > 0;
  }

  #longerThan(area: MacroArea, beginning: string, text: string): readonly string[] {
    const shared = text.slice(0, beginning.length + 1).toLowerCase();
    if (shared.length <= beginning.length) return [];
    return [...this.#exact[area]].filter((name) => name.toLowerCase().startsWith(shared)).slice(0, 3);
  }
}

const indexes = new WeakMap<Vocabulary, FieldIndex>();

/** The index of a vocabulary, made once: rule sets have hundreds of macros over the same names. */
export function fieldIndexOf(vocabulary: Vocabulary): FieldIndex {
  const known = indexes.get(vocabulary) ?? new FieldIndex(vocabulary);
  indexes.set(vocabulary, known);
  return known;
}

function fold(names: readonly string[]): ReadonlyMap<string, string> {
  const folded = new Map<string, string>();
  for (const name of names) {
    const key = name.toLowerCase();
    if (!folded.has(key)) folded.set(key, name);
  }
  return folded;
}
