import { jsonPointer } from '@quotebridge/command-line/located';
import { QuotebridgeError, type InputFault } from '@quotebridge/core';

/**
 * What the command line says about settings and cannot be taken, none of it written.
 *
 * @param unread no settings, or not said so that they can be read
 * @param values of settings, which do not fit
 */
export function refusedSettings(
  { name, plugin }: { readonly name: string; readonly plugin: string },
  unread: readonly InputFault[],
  values: readonly InputFault[],
): QuotebridgeError {
  const base = jsonPointer(['connections', name]);
  const faults = [...unread, ...values.map((fault) => ({ ...fault, at: `${base}${fault.at}` }))];
  const names = unread.map(
    ({ at, value }) => `“${at.startsWith('--') ? `${at} ${value ?? ''}`.trim() : at}”`,
  );
  const others = values.length === 0 ? '' : values.length === 1 ? ', and one value does not fit' : `, and ${values.length} values do not fit`; // prettier-ignore
  return new QuotebridgeError(
    'usage',
    `There ${names.length === 1 ? 'is no setting' : 'are no settings'} ${names.join(', ')}${others}; nothing was written.`,
    {
      faults,
      next: `Correct ${faults.length === 1 ? 'it' : 'them'}; \`quotebridge schema settings --plugin ${plugin}\` prints every setting.`,
    },
  );
}
