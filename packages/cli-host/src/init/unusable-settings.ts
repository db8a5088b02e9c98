import type { ConfigurationDraft } from './configuration-draft.js';
import { jsonPointer, pointerSegments } from '@quotebridge/command-line/located';
import { QuotebridgeError, type InputFault } from '@quotebridge/core';

/**
 * What is wrong with settings that were not written. Their faults name no line: the file does not hold them. Whether
 * something is missing or wrong shows in the draft: what is missing is not there.
 */
export function unusableSettings(
  draft: ConfigurationDraft,
  name: string,
  plugin: string,
  found: readonly InputFault[],
): QuotebridgeError {
  const base = jsonPointer(['connections', name]);
  const faults = found.map((fault) =>
    fault.at.startsWith('/settings') ? { ...fault, at: `${base}${fault.at}` } : fault,
  );
  const complete = faults.filter(({ at }) => draft.valueAt(pointerSegments(at)) !== undefined);
  const wrong = complete.length > 0;
  return new QuotebridgeError(
    'settings.invalid',
    wrong
      ? `What was given for “${name}” is no such setting, or no value of it; nothing was written.`
      : `The settings of “${name}” are not complete; nothing was written.`,
    {
      faults,
      next: wrong
        ? `Correct it; \`quotebridge schema settings --plugin ${plugin}\` prints every setting.`
        : 'Give what is missing with --set, such as --set account.serverUrl=https://example.halopsa.com',
    },
  );
}
