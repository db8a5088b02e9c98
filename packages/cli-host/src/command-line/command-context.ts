import type { GlobalOptions } from './global-options.js';
import type { CommandContext as AnyContext } from '@quotebridge/command-line';

/** What an action gets besides its own arguments. */
export type CommandContext = AnyContext<GlobalOptions>;
