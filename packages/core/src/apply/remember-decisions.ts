import type { DecisionKey } from '../plan/family-memory.js';
import type { Binding, BindingImage } from '../state/state-store.js';
import { commit, type ApplyContext } from './apply-context.js';
import type { OperationsByKind } from './operations-by-kind.js';

/**
 * Writes down what a person decided for this push before anything is sent: when it is cut off, a rerun must not have to be
 * told again. It is forgotten once the push is through.
 */
export async function rememberDecisions(
  context: ApplyContext,
  { completion, opportunity, quote }: OperationsByKind,
): Promise<void> {
  const { document, matches } = context.plan;
  const decision = (key: DecisionKey, image: Partial<BindingImage> = {}): Binding => ({
    kind: 'decision',
    key,
    recordId: document.number,
    image: { wanted: {}, stored: {}, ...image },
  });
  const chosen = matches.find(({ kind }) => kind === 'opportunity');
  const decisions = [
    ...(completion?.action === 'update' && completion.reason.from === 'person' ? [decision('won')] : []),
    ...(chosen !== undefined && opportunity?.action === 'update'
      ? [decision('opportunity', { wanted: { id: chosen.id } })]
      : []),
    ...(quote?.edits !== undefined && quote.action !== 'keep'
      ? [decision('edits', { edits: quote.edits })]
      : []),
  ];
  if (decisions.length > 0) await commit(context, { bind: decisions });
}
