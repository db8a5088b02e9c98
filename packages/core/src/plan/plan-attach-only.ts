import type { RecordId } from '../contract/records.js';
import type { QuoteDocument } from '../domain/document.js';
import type { PlanOptions } from '../engine/engine-types.js';
import { resolvePeople } from '../resolve/resolve-people.js';
import { keptOpportunity } from './kept-opportunity.js';
import { familyMarker } from './markers.js';
import { planAttachments } from './plan-attachments.js';
import { permissionConflicts } from './permission-conflicts.js';
import { callOptions, type PlanContext } from './plan-context.js';
import { closeFrame, openFrame } from './plan-frame.js';
import type { Conflict, Plan } from './plan.js';
import { documentTitle } from './wanted-opportunity.js';

/** A plan that attaches files to the opportunity of a document and does nothing else. */
export async function planAttachOnly(
  context: PlanContext,
  document: QuoteDocument,
  options: PlanOptions,
): Promise<Plan> {
  const frame = await openFrame(context, document, options);
  const { family, memory } = frame;
  const conflicts: Conflict[] = [];
  const opportunityId = memory.opportunity?.recordId ?? (await findByMarker(context, document, family));
  if (opportunityId === undefined) {
    conflicts.push({
      about: 'opportunity',
      message: `${document.number} has no opportunity in the PSA yet.`,
      next: 'Push the document first; push takes --attach, too.',
      candidates: [],
    });
  }
  const files = await planAttachments(context, family, options.attachments ?? [], memory, opportunityId);
  const kept =
    opportunityId === undefined
      ? []
      : [keptOpportunity(opportunityId, familyMarker(family).key, memory.opportunity)];
  const operations = [...kept, ...files.operations];
  return closeFrame(context, document, frame, {
    purpose: 'attach',
    // Without hashes: attaching says nothing about whether the document itself was pushed.
    hash: '',
    soldToHash: '',
    matches: [],
    operations,
    conflicts: [...conflicts, ...files.conflicts, ...(await permissionConflicts(context, operations))],
    warnings: files.warnings,
    money: { net: {}, optional: {} },
    basis: [],
  });
}

async function findByMarker(
  context: PlanContext,
  document: QuoteDocument,
  family: string,
): Promise<RecordId | undefined> {
  const people = await resolvePeople(context.contactManager, document.soldTo, callOptions(context));
  if (people.clientId === undefined) return undefined;
  const found = await context.contactManager.opportunities.findByMarker(
    familyMarker(family),
    { clientId: people.clientId, titles: [documentTitle(document), document.number, family] },
    callOptions(context),
  );
  return found.length === 1 ? found[0]?.id : undefined;
}
