import { helpExamples } from '@quotebridge/command-line';

/** The examples at the end of a command's help. */
export function examples(...lines: readonly string[]): string {
  return helpExamples('quotebridge', ...lines);
}
