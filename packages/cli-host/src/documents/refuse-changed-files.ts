import { openInputFile } from './open-input-file.js';
import { QuotebridgeError, type InputFault, type Plan } from '@quotebridge/core';
import { createHash } from 'node:crypto';

/** Location of a PDF that was made for one command and is kept nowhere. */
export const renderedScheme = 'rendered:';

/**
 * Looks at the files that a stored plan uploads, before anything is sent: a push that stops at the last file has written
 * all the rest.
 *
 * @throws `plan.stale` with every file that is not what it was; `usage` for one that cannot be read
 */
export async function refuseChangedFiles(plan: Plan): Promise<void> {
  const faults: InputFault[] = [];
  for (const operation of plan.operations) {
    if (operation.kind !== 'attachment' || operation.id !== undefined) continue;
    const { location, sha256 } = operation;
    if (location.startsWith(renderedScheme)) throw notKept(location);
    if ((await hashOf(location)) !== sha256) faults.push({ at: location, expected: 'the file as it was' });
  }
  if (faults.length === 0) return;
  const names = faults.map(({ at }) => at).join(', ');
  throw new QuotebridgeError('plan.stale', `${names} changed since the plan was made; nothing was written.`, {
    faults,
    next: 'Plan again.',
  });
}

async function hashOf(location: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of openInputFile(location, 'attachment')) hash.update(piece);
  return hash.digest('hex');
}

function notKept(location: string): QuotebridgeError {
  const name = location.slice(renderedScheme.length);
  return new QuotebridgeError(
    'plan.stale',
    `The plan holds ${name}, which was made for it and not kept; nothing was written.`,
    { next: 'Plan again with -o, which keeps it beside the plan.' },
  );
}
