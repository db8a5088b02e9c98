/** Everything that can be wrong with a rule, found when it is compiled. */
export type RuleErrorCode =
  | 'macro.unknownField'
  | 'macro.nameMissing'
  | 'table.emptyKey'
  | 'table.duplicateKey'
  | 'partNumber.unknownField'
  | 'partNumber.macroMissing'
  | 'dataLink.unknownField'
  | 'dataLink.wrongObject'
  | 'dataLink.wrongType'
  | 'dataLink.notReadable'
  | 'dataLink.notWritable'
  | 'dataLink.valueRefused';

export interface RuleErrorDetails {
  /** Where in the macro text, counted in UTF-16 units from 0. */
  readonly position?: number;
  /** JSON pointer into the rule or table: `/generation/byItemType/Labor`, `/3/key`. */
  readonly path?: string;
  /** What would have been right. */
  readonly expected: string;
  /** Names that were probably meant, the nearest first. */
  readonly suggestions?: readonly string[];
}

/** A rule that cannot work. Raised or reported at compile time, never while a document is on its way. */
export class RuleError extends Error {
  override readonly name = 'RuleError';
  readonly code: RuleErrorCode;
  readonly position: number | undefined;
  readonly path: string | undefined;
  readonly expected: string;
  readonly suggestions: readonly string[];

  constructor(code: RuleErrorCode, message: string, details: RuleErrorDetails) {
    super(message);
    this.code = code;
    this.position = details.position;
    this.path = details.path;
    this.expected = details.expected;
    this.suggestions = details.suggestions ?? [];
  }

  /** The same fault, addressed within the rule that holds the macro. */
  within(path: string): RuleError {
    const { position, expected, suggestions } = this;
    return new RuleError(this.code, this.message, {
      path: path + (this.path ?? ''),
      expected,
      suggestions,
      ...(position === undefined ? {} : { position }),
    });
  }
}
