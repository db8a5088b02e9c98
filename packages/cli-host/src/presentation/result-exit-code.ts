import { errorCatalogue, type PushResult } from '@quotebridge/core';

/** The exit code of one document: the worst of what did not go through. Warnings are no failure. */
export function resultExitCode(result: PushResult): number {
  const codes = result.issues
    .filter((issue) => issue.level === 'error')
    .map((issue) => errorCatalogue[issue.code ?? 'internal'].exit);
  if (result.proof?.verdict === 'different') codes.push(errorCatalogue['proof.mismatch'].exit);
  return Math.max(0, ...codes);
}
