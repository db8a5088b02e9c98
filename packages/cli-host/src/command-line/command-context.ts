import type { GlobalOptions } from './global-options.js';
import type { Terminal } from '../presentation/terminal.js';

/** What an action gets besides its own arguments. */
export interface CommandContext {
  readonly globals: GlobalOptions;
  readonly terminal: Terminal;
}
