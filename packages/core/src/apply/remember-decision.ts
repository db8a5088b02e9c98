import type { CompletionOperation } from '../plan/operation.js';
import type { DecisionKey } from '../plan/family-memory.js';
import { commit, type ApplyContext } from './apply-context.js';

/**
 * Writes down that a person wants the opportunity won before anything is sent: when the push is cut off, a rerun must not
 * have to be told again. It is forgotten once the push is through.
 */
export async function rememberDecision(
  context: ApplyContext,
  completion: CompletionOperation | undefined,
): Promise<void> {
  if (completion?.action !== 'update' || completion.reason.from !== 'person') return;
  const key: DecisionKey = 'won';
  const { number } = context.plan.document;
  await commit(context, {
    bind: [{ kind: 'decision', key, recordId: number, image: { wanted: {}, stored: {} } }],
  });
}
