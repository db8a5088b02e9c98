import type { QuoteDocument } from '../domain/document.js';
import type { PlanOptions } from '../engine/engine-types.js';
import { selectLines } from '../select/select-lines.js';
import { documentConflicts } from './document-conflicts.js';
import { documentHash, rememberedDocument, soldToHash } from './document-image.js';
import { documentMoney } from './document-money.js';
import { draftPlan, type Draft } from './draft-plan.js';
import type { PlanContext } from './plan-context.js';
import { closeFrame, openFrame } from './plan-frame.js';
import type { Plan } from './plan.js';
import { basisOf } from './read-remote.js';

/** Works out what a document means for the PSA. Reads only. */
export async function makePlan(
  context: PlanContext,
  document: QuoteDocument,
  options: PlanOptions,
): Promise<Plan> {
  const frame = await openFrame(context, document, options);
  const { family, memory } = frame;
  const selection = selectLines(document, context.policy);
  const money = documentMoney(document, selection.lines);
  const hash = await documentHash(context, document);
  const blocking = documentConflicts(document, selection, rememberedDocument(memory.document));
  const draft: Draft =
    blocking.length > 0
      ? { operations: [], matches: [], conflicts: blocking, warnings: [], remote: {} }
      : await draftPlan(context, document, options, { family, memory, selection, money, hash });
  const { remote, ...content } = draft;
  return closeFrame(context, document, frame, {
    ...content,
    hash,
    soldToHash: await soldToHash(document),
    money,
    basis: await basisOf(remote),
  });
}
