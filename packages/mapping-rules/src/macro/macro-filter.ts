/** Why a filter makes nothing of a value. */
export interface Refusal {
  readonly code: 'macro.valueRefused' | 'macro.tooLong';
  /** What it would have taken. */
  readonly expected: string;
}

/** What a filter makes of a value that is not blank. */
export type Transform = (value: string) => string | Refusal;

export type FilterArgument = string | number;

/** A filter of the language. */
export interface MacroFilter {
  /** How it is written: `pad:length,'character'`. */
  readonly usage: string;
  /** A letter for each argument: `n` a whole number, `t` a text. */
  readonly takes: string;
  /** How many of them must be given. Left out: all. */
  readonly least?: number;
  /** Whether it makes something of a blank value too. All others leave it empty. */
  readonly takesBlank?: true;
  /** Undefined: the arguments mean nothing. */
  readonly make: (...given: readonly FilterArgument[]) => Transform | undefined;
}
