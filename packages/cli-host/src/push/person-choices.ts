import type { ChoiceOptions } from '../command-line/choice-options.js';
import {
  isIsoDate,
  QuotebridgeError,
  type InputFault,
  type PersonChoices,
  type QuoteDocument,
} from '@quotebridge/core';

/**
 * What the command line decides beforehand.
 *
 * @throws `usage` with every day that is not in the calendar or ends before it begins, and a name that is none
 */
export function personChoices(options: ChoiceOptions): PersonChoices {
  const { opportunity, won, createWon, title, description, date, expires } = options;
  const faults = [...dayFaults({ '--date': date, '--expires': expires }), ...nameFaults(title)];
  const days = [date, expires].every((day) => day !== undefined && isIsoDate(day));
  if (days) faults.push(...endFaults(expires, date, 'date that --date gives'));
  refuse(faults);
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

/** @throws `usage` when the quote would expire before the date of its document */
export function refuseEarlyEnd({ quote = {} }: PersonChoices, { date, number }: QuoteDocument): void {
  if (quote.date === undefined) refuse(endFaults(quote.expiresOn, date, `date of ${number}`));
}

function dayFaults(days: Readonly<Record<string, string | undefined>>): InputFault[] {
  return Object.entries(days).flatMap(([at, value]) =>
    value === undefined || isIsoDate(value) ? [] : [{ at, value, expected: 'a day such as 2026-11-30' }],
  );
}

function nameFaults(title: string | undefined): InputFault[] {
  if (title === undefined || title.trim() !== '') return [];
  return [{ at: '--title', value: title, expected: 'a name: a quote needs one' }];
}

/** Days in this form are in order as texts. */
function endFaults(expires: string | undefined, date: string | undefined, of: string): InputFault[] {
  if (expires === undefined || date === undefined || expires >= date) return [];
  return [{ at: '--expires', value: expires, expected: `a day that is not before ${date}, the ${of}` }];
}

function refuse(faults: readonly InputFault[]): void {
  if (faults.length === 0) return;
  const what = faults.map(({ at }) => at).join(' and ');
  throw new QuotebridgeError('usage', `${what} cannot be used for the quote; nothing was sent.`, { faults });
}
