import { fieldIndexOf, type FieldIndex } from '../macro/field-index.js';
import type { MacroArea } from '../macro/macro-scope.js';
import { fieldReference } from './field-reference.js';
import type { Vocabulary } from './vocabulary.js';

export interface KnownField {
  readonly area: MacroArea;
  /** As the vocabulary spells it. */
  readonly field: string;
}

/** Finds what texts such as `ItemType` and `DH_DocNo` refer to. */
export class FieldNames {
  readonly vocabulary: Vocabulary;
  readonly #index: FieldIndex;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    this.#index = fieldIndexOf(vocabulary);
  }

  find(area: MacroArea, name: string): string | undefined {
    return this.#index.find(area, name);
  }

  /** The field that a text means. Without prefix: one of the line, else one of the header. */
  resolve(text: string): KnownField | undefined {
    const { area, name, prefixed } = fieldReference(text);
    for (const tried of prefixed ? ([area] as const) : (['line', 'header'] as const)) {
      const field = this.find(tried, name);
      if (field !== undefined) return { area: tried, field };
    }
    return undefined;
  }

  names(area: MacroArea): readonly string[] {
    return this.vocabulary[area];
  }
}
