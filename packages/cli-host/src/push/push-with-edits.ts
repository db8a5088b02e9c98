import { QuoteEdited } from './edit-quote.js';
import type { PersonChoices, PushResult } from '@quotebridge/core';

/** Plans again with what a person has edited, until they say yes or no. Nothing was written before. */
export async function pushWithEdits(
  choices: PersonChoices,
  push: (choices: PersonChoices) => Promise<PushResult>,
): Promise<PushResult> {
  let wanted = choices;
  for (;;) {
    try {
      return await push(wanted);
    } catch (error) {
      if (!(error instanceof QuoteEdited)) throw error;
      wanted = { ...wanted, quote: { ...wanted.quote, ...error.edits } };
    }
  }
}
