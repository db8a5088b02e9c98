import { Terminal } from '@quotebridge/command-line/terminal';
import type { CommonOptions } from '@quotebridge/command-line';

export function openTerminal(options: CommonOptions): Terminal {
  return new Terminal(options);
}
