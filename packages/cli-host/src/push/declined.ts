import { QuotebridgeError, type Plan, type PushResult } from '@quotebridge/core';

/** The result of a document of which nothing was written. */
export type SkippedDocument = PushResult & { readonly status: 'skipped' };

/** A person has answered no. Nothing was begun, so there is nothing to be taken up again. */
export class Declined extends QuotebridgeError {
  readonly result: SkippedDocument;

  constructor({ document, requests }: Plan) {
    super('cancelled', 'Nothing was written.');
    const { number, type, family } = document;
    this.result = {
      document: { number, type, family },
      status: 'skipped',
      items: [],
      attachments: [],
      requests: requests.spent,
      issues: [],
    };
  }
}
