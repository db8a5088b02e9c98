import { QuotebridgeError, type InputFault } from '../errors/quotebridge-error.js';

/** The error that names faults of a connection's settings, the first ones in its message. */
export function refuseSettings(faults: readonly InputFault[]): QuotebridgeError {
  const first = faults
    .slice(0, 3)
    .map(
      (fault) =>
        `${fault.at}${fault.value === undefined ? '' : ` is “${fault.value}”`}: expected ${fault.expected}`,
    )
    .join('; ');
  const more = faults.length > 3 ? `; and ${faults.length - 3} more` : '';
  return new QuotebridgeError(
    'settings.invalid',
    `The settings of the connection are not right: ${first}${more}.`,
    {
      faults,
      next: 'Correct them in the configuration file, or run quotebridge init.',
    },
  );
}
