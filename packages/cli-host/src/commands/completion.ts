import { lateAction } from '../command-line/late-action.js';
import { completionCommand as sharedCommand } from '@quotebridge/command-line';
import type { Command } from 'commander';

export function completionCommand(): Command {
  return sharedCommand('quotebridge').action(
    lateAction(async () => (await import('../actions/print-completion.js')).printCompletion),
  );
}
