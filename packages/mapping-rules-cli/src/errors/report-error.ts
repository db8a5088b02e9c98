import { describeError } from './describe-error.js';
import { errorView } from './error-view.js';
import { failureCodes } from './failure.js';
import { Terminal } from '@quotebridge/command-line/terminal';

/**
 * Says what went wrong, in the form that was asked for, and answers the exit code. With JSON the error is the one
 * object on standard output.
 */
export function reportError(
  error: unknown,
  options: { readonly json: boolean; readonly verbose: boolean; readonly color: boolean },
): number {
  const terminal = new Terminal({ ...options, quiet: false });
  const described = describeError(error);
  if (options.json) terminal.object({ error: described });
  else terminal.note(errorView(described, terminal.noteColours));
  if (described.code === 'internal' && error instanceof Error) terminal.detail(error.stack ?? error.message);
  return failureCodes[described.code];
}
