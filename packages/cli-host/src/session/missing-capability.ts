import { QuotebridgeError, type Connection } from '@quotebridge/core';

/** The PSA of a connection does not have what was asked for. */
export function missingCapability(connection: Connection, what: string): QuotebridgeError {
  return new QuotebridgeError(
    'capability.unsupported',
    `The PSA of connection “${connection.name}” has ${what}.`,
    {
      next: 'Use another connection with --connection.',
    },
  );
}
