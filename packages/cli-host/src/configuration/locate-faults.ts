import { jsonPointer } from './json-pointer.js';
import type { LoadedConfiguration } from './configuration.js';
import { isQuotebridgeError, QuotebridgeError, type InputFault } from '@quotebridge/core';

/** Faults of one connection's settings, addressed in the file that holds them. */
export function locateFaults(
  faults: readonly InputFault[],
  loaded: LoadedConfiguration,
  connection: string,
): { faults: InputFault[]; lines: Record<string, number> } {
  const base = jsonPointer(['connections', connection]);
  const located = faults.map((fault) =>
    /^\/(settings|plugin)(\/|$)/.test(fault.at) ? { ...fault, at: `${base}${fault.at}` } : fault,
  );
  const lines: Record<string, number> = {};
  for (const fault of located) {
    const line = fault.at.startsWith('/') ? loaded.lineOf(fault.at) : undefined;
    if (line !== undefined) lines[fault.at] = line;
  }
  return { faults: located, lines };
}

/** Adds file and line to an error about settings; any other error stays as it is. */
export function withLocation(error: unknown, loaded: LoadedConfiguration, connection: string): unknown {
  if (!isQuotebridgeError(error, 'settings.invalid') || error.details.faults === undefined) return error;
  const { faults, lines } = locateFaults(error.details.faults, loaded, connection);
  return new QuotebridgeError('settings.invalid', error.message, {
    ...error.details,
    faults,
    data: { file: loaded.path, lines },
  });
}
