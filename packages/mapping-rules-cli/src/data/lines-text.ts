import { grouped } from '@quotebridge/command-line/terminal';

/** `1 line`, `1,000,000 lines`. */
export function linesText(count: number): string {
  return `${grouped(count)} ${count === 1 ? 'line' : 'lines'}`;
}
