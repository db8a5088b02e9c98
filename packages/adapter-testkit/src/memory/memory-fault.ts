import { QuotebridgeError, type ErrorDetails } from '@quotebridge/core/plugin';
import { faultKinds, type FaultKind } from '../suite/fault-kind.js';

/** The error that an adapter makes of a fault. Message and details hold nothing of what was sent. */
export function memoryFault(kind: FaultKind, effect: 'read' | 'write'): QuotebridgeError {
  const { message, details } = faults[kind];
  const arrived = effect === 'write' && kind === 'serverError' ? ({ arrived: 'unknown' } as const) : {};
  return new QuotebridgeError(faultKinds[kind], message, { ...details, ...arrived });
}

const faults: Readonly<Record<FaultKind, { readonly message: string; readonly details: ErrorDetails }>> = {
  unauthorized: {
    message: 'The in-memory PSA does not accept the client secret.',
    details: { status: 401, next: 'Check the client secret of the connection.' },
  },
  forbidden: {
    message: 'The in-memory PSA does not permit this.',
    details: { status: 403, next: 'Grant the permission to the account.' },
  },
  rateLimited: {
    message: 'The in-memory PSA takes no more requests for now.',
    details: { status: 429, retryAfterSeconds: 5 },
  },
  serverError: { message: 'The in-memory PSA failed.', details: { status: 500 } },
  html: {
    message: 'The in-memory PSA answered with a web page in place of data.',
    details: { status: 200, next: 'Check the server URL.' },
  },
  truncated: { message: 'The answer of the in-memory PSA breaks off.', details: { status: 200 } },
  hang: { message: 'Stopped before the answer came.', details: {} },
};
