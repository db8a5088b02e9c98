import { isQuotebridgeError, type Proof, type PushResult } from '@quotebridge/core';

export interface DonePush {
  /** `written`, `unchanged`, or the code of the error, of each run. */
  readonly outcomes: readonly string[];
  /** Of the last run that read the money back. */
  readonly proof: Proof | undefined;
}

const mostRuns = 5;

/**
 * Runs until it goes through, as a person would.
 *
 * @throws any error that is not one of ours, and when five runs were not enough
 */
export async function pushUntilDone(
  push: () => Promise<PushResult>,
  beforeRerun: () => Promise<void>,
): Promise<DonePush> {
  const outcomes: string[] = [];
  let proof: Proof | undefined;
  while (outcomes.length < mostRuns) {
    if (outcomes.length > 0) await beforeRerun();
    try {
      const result = await push();
      outcomes.push(result.status);
      proof = result.proof ?? proof;
      if (!result.issues.some(({ level }) => level === 'error')) return { outcomes, proof };
    } catch (error) {
      if (!isQuotebridgeError(error)) throw error;
      outcomes.push(error.code);
    }
  }
  throw new Error(`It did not go through in ${mostRuns} runs: ${outcomes.join(', ')}.`);
}
