import { QuotebridgeError } from '@quotebridge/core';

/** Somebody else has written the configuration since it was read. */
export class ConfigurationChanged extends QuotebridgeError {
  constructor(path: string) {
    super('usage', `The configuration “${path}” was changed meanwhile; nothing was written.`, {
      next: 'Run it again.',
    });
  }
}
