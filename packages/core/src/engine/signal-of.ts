import type { OperationOptions } from './engine-types.js';

/** The signal of an operation, for calls that take nothing else of it. */
export function signalOf(options: OperationOptions): { readonly signal?: AbortSignal } {
  return options.signal === undefined ? {} : { signal: options.signal };
}
