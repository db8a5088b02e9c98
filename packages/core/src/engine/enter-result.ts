import type { PushResult } from '../apply/push-result.js';
import { isQuotebridgeError } from '../errors/quotebridge-error.js';

/** The result of a push that went through; one that could not be entered into the history says so, and went through all the same. */
export async function enterResult(
  result: PushResult,
  enter: (result: PushResult) => Promise<void>,
): Promise<PushResult> {
  try {
    await enter(result);
    return result;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const next = isQuotebridgeError(error) ? error.details.next : undefined;
    const message = `The push went through, but it could not be entered into the history: ${reason}`;
    const issue = {
      level: 'warning',
      about: 'history',
      message,
      ...(next === undefined ? {} : { next }),
    } as const;
    return { ...result, issues: [...result.issues, issue] };
  }
}
