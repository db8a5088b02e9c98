import type { Command } from 'commander';

/** Options of what a person decides about a push beforehand. They go with one document. */
export interface ChoiceOptions {
  readonly opportunity?: string;
  readonly won?: boolean;
  readonly createWon?: boolean;
  readonly title?: string;
  readonly description?: string;
  readonly date?: string;
  readonly expires?: string;
}

export function addChoiceOptions(command: Command): Command {
  return command
    .option('--opportunity <id>', 'link the document to this opportunity, or to a “new” one')
    .option('--won', 'complete the opportunity as won')
    .option('--no-won', 'do not complete it')
    .option('--create-won', 'create a won opportunity for an order or invoice that has none')
    .option('--no-create-won', 'do not create one')
    .option('--title <text>', 'name of the quote, in place of the document’s')
    .option('--description <text>', 'description of the quote')
    .option('--date <date>', 'effective date of the quote, such as 2026-11-30')
    .option('--expires <date>', 'last day that the quote is valid');
}
