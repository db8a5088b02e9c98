import type { MacroArea } from './macro-scope.js';
import type { MacroVocabulary } from './macro-vocabulary.js';

/** Finds field names without regard to case. Of two that differ in case only, the exact one wins, then the first. */
export class FieldIndex {
  readonly #exact: Record<MacroArea, ReadonlySet<string>>;
  readonly #folded: Record<MacroArea, ReadonlyMap<string, string>>;

  constructor(vocabulary: MacroVocabulary) {
    const { line, header, application } = vocabulary;
    this.#exact = { line: new Set(line), header: new Set(header), application: new Set(application) };
    this.#folded = { line: fold(line), header: fold(header), application: fold(application) };
  }

  /** The name as the vocabulary spells it. */
  find(area: MacroArea, name: string): string | undefined {
    return this.#exact[area].has(name) ? name : this.#folded[area].get(name.toLowerCase());
  }

  names(area: MacroArea): Iterable<string> {
    return this.#exact[area];
  }
}

function fold(names: readonly string[]): ReadonlyMap<string, string> {
  const folded = new Map<string, string>();
  for (const name of names) {
    const key = name.toLowerCase();
    if (!folded.has(key)) folded.set(key, name);
  }
  return folded;
}
