import type { Problem } from '@quotebridge/mapping-rules';

/** What is wrong, and what was expected unless the message says that itself. */
export function problemText({
  message,
  expected,
  suggestions,
}: Pick<Problem, 'message' | 'expected' | 'suggestions'>): string {
  const said = expected === '' || message.includes(expected) || suggestions.length > 0;
  return said ? message : `${message} Expected ${expected}.`;
}
