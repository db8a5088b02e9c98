import { QuotebridgeError, type Plan } from '@quotebridge/core';

/** Nobody is there to say whether a plan may be carried out; that is so for every other document as well. */
export class Unasked extends QuotebridgeError {
  constructor({ document }: Plan) {
    super('usage', `Nobody can be asked whether to push ${document.number}: nothing was written.`, {
      next: 'Add --yes to push without a question, or keep the plan with: quotebridge plan FILE --doc N -o plan.json',
    });
  }
}
