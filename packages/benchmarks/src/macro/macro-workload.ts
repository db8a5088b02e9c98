import type { MacroArea, MacroScope } from '@quotebridge/mapping-rules';

/** A macro, and the same in the words of every other contestant. */
export interface MacroWorkload {
  readonly id: string;
  readonly title: string;
  readonly macro: string;
  readonly purpose: 'number' | 'text';
  /** Values as exports have them: some with spaces around them, some blank, some missing. */
  readonly untidy?: true;
  /** What it consists of, where it only joins fields: the templates of all peers are made of it. */
  readonly pieces?: readonly (string | { readonly area: MacroArea; readonly field: string })[];
  /** Where it does more: how a peer says it, by the peer's name; who is missing cannot say it. */
  readonly templates?: Readonly<Record<string, string>>;
  /** What someone would write who needs only this one, and knows how tidy the values are. */
  readonly byHand: (scope: MacroScope) => string;
  /** The same with care: a field that is missing is empty, and spaces around values go. */
  readonly byHandWithCare: (scope: MacroScope) => string;
}
