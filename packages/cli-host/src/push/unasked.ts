import { QuotebridgeError, type Plan } from '@quotebridge/core';

/** Nobody is there to say whether a plan may be carried out; that is so for every other document as well. */
export class Unasked extends QuotebridgeError {
  constructor({ document, purpose }: Plan) {
    const [what, keep] =
      purpose === 'undo'
        ? ['undo', 'quotebridge undo --doc N -o plan.json']
        : ['push', 'quotebridge plan FILE --doc N -o plan.json'];
    super('usage', `Nobody can be asked whether to ${what} ${document.number}: nothing was written.`, {
      next: `Add --yes to ${what} without a question, or keep the plan with: ${keep}`,
    });
  }
}
