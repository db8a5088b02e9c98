import { isIsoDate } from './is-iso-date.js';
import type { ChoiceOptions } from '../command-line/choice-options.js';
import { QuotebridgeError, type PersonChoices } from '@quotebridge/core';

/** What the command line decides beforehand. @throws `usage` when a day is not in the calendar */
export function personChoices(options: ChoiceOptions): PersonChoices {
  const { opportunity, won, createWon, title, description, date, expires } = options;
  refuseOtherThanDays({ '--date': date, '--expires': expires });
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

function refuseOtherThanDays(days: Readonly<Record<string, string | undefined>>): void {
  const faults = Object.entries(days).flatMap(([at, value]) =>
    value === undefined || isIsoDate(value) ? [] : [{ at, value, expected: 'a day such as 2026-11-30' }],
  );
  if (faults.length === 0) return;
  throw new QuotebridgeError('usage', 'A date of the quote cannot be read; nothing was sent.', { faults });
}
