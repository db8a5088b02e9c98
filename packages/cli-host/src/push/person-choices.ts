import type { ChoiceOptions } from '../command-line/choice-options.js';
import { QuotebridgeError, type PersonChoices } from '@quotebridge/core';

/** What the command line decides beforehand. */
export function personChoices(options: ChoiceOptions): PersonChoices {
  const { opportunity, won, createWon, title, description, date, expires } = options;
  const quote = {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(date === undefined ? {} : { date }),
    ...(expires === undefined ? {} : { expiresOn: expires }),
  };
  return {
    ...(opportunity === undefined ? {} : { opportunity }),
    ...(won === undefined ? {} : { completeAsWon: won }),
    ...(createWon === undefined ? {} : { createWon }),
    ...(Object.keys(quote).length === 0 ? {} : { quote }),
  };
}

/** @throws `usage` when choices are made for several documents at once */
export function refuseChoicesForSeveral(choices: PersonChoices): void {
  if (Object.keys(choices).length === 0) return;
  throw new QuotebridgeError(
    'usage',
    'What is said about an opportunity or a quote goes with one document.',
    { next: 'Push that document by itself, with one --doc.' },
  );
}
