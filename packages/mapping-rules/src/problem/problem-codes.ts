/** Every kind of problem and how bad it is. What each means to people: `@quotebridge/mapping-rules/reference`. */
export const problemCodes = {
  // The document with the rules.
  'rules.wrongType': 'error',
  'rules.unknownKey': 'error',
  'rules.missingKey': 'error',
  'rules.wrongValue': 'error',
  'rules.tooDeep': 'error',
  // Macros.
  'macro.unknownField': 'error',
  'macro.nameMissing': 'error',
  'macro.nameCut': 'warning',
  'macro.notClosed': 'error',
  'macro.unexpected': 'error',
  'macro.unknownFilter': 'error',
  'macro.wrongArgument': 'error',
  'macro.tooLong': 'error',
  'macro.valueRefused': 'error',
  // Tables.
  'table.emptyKey': 'error',
  'table.duplicateKey': 'error',
  'table.unknownField': 'error',
  'table.unknownTable': 'error',
  'table.cyclicFallback': 'error',
  'table.shadowedRow': 'warning',
  'table.ambiguousRows': 'warning',
  'table.unreachableDefault': 'warning',
  'table.similarName': 'warning',
  // Patterns.
  'pattern.invalid': 'error',
  'pattern.explosive': 'error',
  'pattern.tooLarge': 'error',
  // Part numbers.
  'partNumber.unknownField': 'error',
  'partNumber.macroMissing': 'error',
  'partNumber.tooLong': 'error',
  'partNumber.none': 'error',
  // DataLink.
  'dataLink.unknownField': 'error',
  'dataLink.wrongObject': 'error',
  'dataLink.wrongType': 'error',
  'dataLink.notReadable': 'error',
  'dataLink.notWritable': 'error',
  'dataLink.valueRefused': 'error',
  // Cases beside the rules.
  'case.differs': 'error',
  // Data: lines, and rules kept in spreadsheets.
  'data.unknownColumn': 'error',
  'data.raggedRow': 'error',
  'data.wrongValue': 'error',
} as const satisfies Readonly<Record<string, 'error' | 'warning'>>;

export type ProblemCode = keyof typeof problemCodes;
export type WarningCode = {
  [Code in ProblemCode]: (typeof problemCodes)[Code] extends 'warning' ? Code : never;
}[ProblemCode];
/** Warnings that only the tools give: those who only run rules need not load them. */
export type LintCode = Exclude<WarningCode, 'macro.nameCut'>;
/** What compiling and running rules may find. */
export type RunCode = Exclude<ProblemCode, LintCode>;
