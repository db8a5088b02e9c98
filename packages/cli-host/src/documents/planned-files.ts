import { refuseAs } from '../errors/refuse-as.js';
import { openInputFile } from '@quotebridge/command-line/files';
import { QuotebridgeError } from '@quotebridge/core';

/** Location of a PDF that was made for one command and is kept nowhere. */
export const renderedScheme = 'rendered:';

/**
 * Opens a file of a stored plan, from its start each time.
 *
 * @throws `plan.stale` for one that was never kept; `usage` for one that cannot be read
 */
export function openPlannedFile(location: string): AsyncIterable<Uint8Array> {
  if (!location.startsWith(renderedScheme)) return openInputFile(location, 'attachment', refuseAs('usage'));
  const name = location.slice(renderedScheme.length);
  throw new QuotebridgeError(
    'plan.stale',
    `The plan holds ${name}, which was made for it and not kept; nothing was written.`,
    { next: 'Plan again with -o, which keeps it beside the plan.' },
  );
}
