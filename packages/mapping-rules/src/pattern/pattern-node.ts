import type { CharacterTest } from './character-test.js';

/** A pattern, read. */
export type PatternNode =
  | { readonly kind: 'one'; readonly test: CharacterTest }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | {
      readonly kind: 'repeat';
      readonly part: PatternNode;
      readonly minimum: number;
      /** `Infinity`: no bound. */
      readonly maximum: number;
    };
