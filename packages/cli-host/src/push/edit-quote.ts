import { asking } from '../init/prompting.js';
import { isIsoDate, type Plan, type QuoteEdits } from '@quotebridge/core';

/** A person would rather change the quote before it is pushed: plan again with these values. */
export class QuoteEdited extends Error {
  readonly edits: QuoteEdits;

  constructor(edits: QuoteEdits) {
    super('the quote was edited');
    this.edits = edits;
  }
}

/** The header of the quote that a plan would write; undefined when it writes none. */
export function editableQuote(plan: Plan): QuoteEdits | undefined {
  const quote = plan.operations.find((operation) => operation.kind === 'quote');
  if (quote === undefined) return undefined;
  const { title = '', description = '', date, expiresOn } = { ...quote.image, ...quote.wanted };
  return { title, description, ...(date ? { date } : {}), ...(expiresOn ? { expiresOn } : {}) };
}

/** Asks for name, description and dates, each with its value as the answer. What is not changed is not in the answer. */
export async function editQuote(current: QuoteEdits): Promise<QuoteEdits> {
  const day = (text: string): boolean | string =>
    text === '' || isIsoDate(text) || 'A day such as 2026-11-30.';
  const title = await ask('Name:', current.title, (text) => text.trim() !== '' || 'A quote needs a name.');
  const description = await ask('Description (“-” for none):', current.description, () => true);
  const date = await ask('Effective date:', current.date, day);
  const end = (text: string): boolean | string =>
    text === '' || !isIsoDate(text) || text >= date ? day(text) : `Not before ${date}, the effective date.`;
  const expiresOn = await ask('Expiration date:', current.expiresOn, end);
  return {
    ...changed('title', title, current.title),
    ...changed('description', description === '-' ? '' : description, current.description),
    ...changed('date', date, current.date ?? ''),
    ...changed('expiresOn', expiresOn, current.expiresOn ?? ''),
  };
}

async function ask(
  message: string,
  current: string | undefined,
  validate: (text: string) => boolean | string,
): Promise<string> {
  // Loaded when somebody edits: most pushes do without.
  const { input } = await import('@inquirer/prompts');
  const preset = current === undefined || current === '' ? {} : { default: current };
  return (await input({ message, ...preset, validate }, asking)).trim();
}

function changed(name: keyof QuoteEdits, value: string, current: string | undefined): QuoteEdits {
  return value === current ? {} : { [name]: value };
}
