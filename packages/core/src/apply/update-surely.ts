import type { ApplyContext } from './apply-context.js';
import { isUnclear } from './create-once.js';

/** An update that only sets fields of an existing record may be sent again: twice is the same as once. */
export async function updateSurely<Answer>(
  context: ApplyContext,
  update: () => Promise<Answer>,
): Promise<Answer> {
  for (const wait of [500, 2_000]) {
    try {
      return await update();
    } catch (error) {
      if (!isUnclear(error)) throw error;
      context.report('The answer did not arrive; sending the same change again');
      await context.clock.sleep(wait, context.signal);
    }
  }
  return update();
}
