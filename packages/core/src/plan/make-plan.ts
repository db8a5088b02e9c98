import type { QuoteDocument } from '../domain/document.js';
import type { PlanOptions } from '../engine/engine-types.js';
import { selectLines } from '../select/select-lines.js';
import { documentConflicts } from './document-conflicts.js';
import { documentHash, rememberedDocument, soldToHash } from './document-image.js';
import { documentMoney } from './document-money.js';
import type { Draft } from './draft.js';
import { draftPlan } from './draft-plan.js';
import { editConflicts } from './edit-quote.js';
import { permissionConflicts } from './permission-conflicts.js';
import type { PlanContext } from './plan-context.js';
import { closeFrame, openFrame } from './plan-frame.js';
import type { LineOperation, Operation } from './operation.js';
import type { Plan } from './plan.js';
import { basisOf } from './read-remote.js';
import { standingMoney } from './stored-money.js';
import { withoutAsking } from './without-asking.js';
import { writtenSelection } from './written-selection.js';

/** Works out what a document means for the PSA. Reads only. */
export async function makePlan(
  context: PlanContext,
  document: QuoteDocument,
  options: PlanOptions,
): Promise<Plan> {
  const frame = await openFrame(context, document, options);
  const { family, memory } = frame;
  const rules = context.rules.forDocument(document, options.application ?? {});
  const detail = selectLines(document, context.policy);
  const written = writtenSelection(document, detail, context.policy, rules);
  const { selection } = written;
  const money = documentMoney(document, selection.lines);
  const hash = await documentHash(context, document);
  const blocking = [
    ...documentConflicts(document, detail, rememberedDocument(memory.document)),
    ...written.conflicts,
    ...editConflicts(options.choices?.quote),
  ];
  const draft: Draft =
    blocking.length > 0
      ? {
          operations: [],
          matches: [],
          conflicts: [...rules.conflicts, ...blocking],
          warnings: [],
          remote: {},
        }
      : await draftPlan(context, document, rules.conflicts.length > 0 ? withoutAsking(options) : options, {
          family,
          memory,
          selection,
          money,
          hash,
          rules,
        });
  const { remote, basis = [], nothing, taxFigures, conflicts, ...content } = draft;
  return closeFrame(context, document, frame, {
    purpose: 'push',
    ...content,
    conflicts: [...conflicts, ...(await permissionConflicts(context, content.operations))],
    hash: nothing === true ? '' : hash,
    soldToHash: await soldToHash(document),
    money: {
      ...money,
      ...taxFigures,
      ...standingMoney(remote.quote, linesOf(content.operations)),
    },
    ...(selection.skipped.length === 0 ? {} : { leftOut: selection.skipped }),
    basis: [...(await basisOf(remote)), ...basis],
  });
}

function linesOf(operations: readonly Operation[]): readonly LineOperation[] {
  return operations.flatMap((operation) => (operation.kind === 'quote' ? operation.lines : []));
}
