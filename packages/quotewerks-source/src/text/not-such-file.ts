import { QuotebridgeError, type InputFault } from '@quotebridge/core/plugin';

/** The error for a file that as a whole is not what the source reads. */
export function notSuchFile(
  file: string,
  problem: string,
  next: string,
  faults: readonly InputFault[] = [],
): QuotebridgeError {
  return new QuotebridgeError('document.invalid', `${file} ${problem}`, {
    next,
    ...(faults.length === 0 ? {} : { faults }),
  });
}
