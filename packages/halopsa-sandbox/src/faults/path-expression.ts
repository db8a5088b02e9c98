/**
 * The regular expression in a path pattern; undefined when the pattern is plain text. `/Quotation` is text, while
 * `^/api/quotation$` and `/quotation|attachment/` are expressions.
 * @throws {SyntaxError} for an expression that is not valid
 */
export function pathExpression(pattern: string): RegExp | undefined {
  if (!/[\\^$|*+()[\]{}]/.test(pattern)) return undefined;
  const inSlashes = /^\/(.*)\/[a-z]*$/.exec(pattern)?.[1];
  return new RegExp(inSlashes ?? pattern, 'i');
}
