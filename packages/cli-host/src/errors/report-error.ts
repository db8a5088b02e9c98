import { describeError } from './describe-error.js';
import { unexpectedText } from './unexpected-text.js';
import { errorView } from './error-view.js';
import { openTerminal } from '../presentation/open-terminal.js';
import { errorCatalogue } from '@quotebridge/core';

/**
 * Says what went wrong, in the form that was asked for, and answers the exit code. With JSON the error is the one
 * object on standard output.
 */
export function reportError(
  error: unknown,
  options: { readonly json: boolean; readonly verbose: boolean; readonly color: boolean },
): number {
  const terminal = openTerminal({ ...options, quiet: false });
  const described = describeError(error);
  if (options.json) terminal.object({ error: described });
  else terminal.note(errorView(described, terminal.noteColours));
  if (described.code === 'internal') terminal.detail(unexpectedText(error));
  return errorCatalogue[described.code].exit;
}
