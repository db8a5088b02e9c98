import type { CommonOptions } from './common-options.js';
import type { Terminal } from '../terminal/terminal.js';

/** What an action gets besides its own arguments. */
export interface CommandContext<Globals extends CommonOptions = CommonOptions> {
  readonly globals: Globals;
  readonly terminal: Terminal;
}
