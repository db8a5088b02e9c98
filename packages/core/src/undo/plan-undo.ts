import type { QuoteLineFields, StoredQuote } from '../contract/records.js';
import { rememberFamily, type FamilyMemory } from '../plan/family-memory.js';
import { finishPlan } from '../plan/finish-plan.js';
import type { LineOperation, Operation } from '../plan/operation.js';
import { permissionConflicts } from '../plan/permission-conflicts.js';
import type { PlanContext } from '../plan/plan-context.js';
import type { Conflict, Plan, PlanMoney } from '../plan/plan.js';
import { basisOf } from '../plan/read-remote.js';
import { settleIntents } from '../plan/settle-intents.js';
import { standingMoney, storedNet } from '../plan/stored-money.js';
import type { BeforeImage, BeforeRecord } from '../state/before-image-store.js';
import type { Binding } from '../state/state-store.js';
import { readUndone, type UndoneRecords } from './read-undone.js';
import { undoAttachments } from './undo-attachments.js';
import { undoContacts } from './undo-contacts.js';
import { joinDrafts, type UndoDraft } from './undo-draft.js';
import { undoItems } from './undo-items.js';
import { undoOpportunity } from './undo-opportunity.js';
import { undoQuote } from './undo-quote.js';

/**
 * What undoing the last push of a document means for the PSA, as a plan of its own. Reads only. A plan with a conflict:
 * there is nothing that could be undone.
 */
export async function planUndo(context: PlanContext, number: string): Promise<Plan> {
  const before = context.countRequests();
  const family = (await context.state.familyOf(context.connection, number)) ?? number;
  const [image] = await context.state.beforeImages.list(context.connection, family);
  if (image === undefined || image.document.number !== number)
    return finishPlan(context, nothingKnown(number, family, image), before);
  const memory = await rememberFamily(context.state, context.connection, family);
  await settleIntents(context, memory.intents);
  const records = await readUndone(context, image, memory);
  const bindings = await context.state.bindings(context.connection, family);
  const { operations, warnings } = await draftUndo(context, { image, memory, bindings }, records);
  const { name, type } = image.document;
  return finishPlan(
    context,
    {
      purpose: 'undo',
      undoes: { push: image.id, at: new Date(image.startedAt).toISOString() },
      // Without hashes: what is remembered afterwards is what was remembered before the push.
      document: { number, type, name, family, hash: '', soldToHash: '' },
      matches: [],
      operations,
      conflicts: await permissionConflicts(context, operations),
      warnings,
      money: undoneMoney(operations, records, bindings),
      basis: await basisOf(records),
    },
    before,
  );
}

interface UndoneFamily {
  readonly image: BeforeImage;
  readonly memory: FamilyMemory;
  /** As they are now. */
  readonly bindings: readonly Binding[];
}

async function draftUndo(
  context: PlanContext,
  { image, memory, bindings }: UndoneFamily,
  { opportunity, quote }: UndoneRecords,
): Promise<UndoDraft> {
  const all = <Kind extends BeforeRecord['kind']>(
    kind: Kind,
  ): readonly Extract<BeforeRecord, { kind: Kind }>[] =>
    image.records.filter((record): record is Extract<BeforeRecord, { kind: Kind }> => record.kind === kind);
  const [quoteRecord] = all('quote');
  const quoteDraft = undoQuote(context, { image, record: quoteRecord, quote, bindings });
  const isRemoved = quoteDraft.operations.some(({ kind }) => kind === 'removal');
  const [record] = all('opportunity');
  const [completion] = all('completion');
  const opportunityDraft = await undoOpportunity(context, {
    image,
    record,
    completion,
    opportunity,
    bindings,
    quoteStays: quote !== undefined && !isRemoved,
  });
  const isReopening = ({ kind }: Operation): boolean => kind === 'reopening';
  return joinDrafts(
    { operations: opportunityDraft.operations.filter(isReopening), warnings: [] },
    await undoAttachments(context, {
      records: all('attachment'),
      bindings,
      opportunityId: opportunity?.id ?? memory.opportunity?.recordId,
    }),
    quoteDraft,
    {
      operations: opportunityDraft.operations.filter((operation) => !isReopening(operation)),
      warnings: opportunityDraft.warnings,
    },
    await undoContacts(context, all('contact')),
    await undoItems(context, all('item')),
  );
}

/** What the quote will amount to. */
function undoneMoney(
  operations: readonly Operation[],
  { quote }: UndoneRecords,
  bindings: readonly Binding[],
): PlanMoney {
  const update = operations.find((operation) => operation.kind === 'quote');
  const isRemoved = operations.some(
    (operation) => operation.kind === 'removal' && operation.object === 'quote',
  );
  const lines = update?.lines ?? unchangedLines(quote, bindings);
  const standing = standingMoney(quote, lines);
  if (isRemoved) return { net: {}, optional: {}, ...standing };
  if (update === undefined) return { net: standing.before ?? {}, optional: {}, ...standing };
  const wanted = lines.flatMap((line) => (line.wanted === undefined ? [] : [line.wanted]));
  return {
    net: net(wanted.filter((line) => !line.optional)),
    optional: net(wanted.filter((line) => line.optional)),
    ...standing,
  };
}

/** Lines of a quote that is left as it is: which of them people added. */
function unchangedLines(
  quote: StoredQuote | undefined,
  bindings: readonly Binding[],
): readonly LineOperation[] {
  const bound = new Set(bindings.flatMap(({ kind, recordId }) => (kind === 'line' ? [recordId] : [])));
  return (quote?.lines ?? []).map(({ id, key, name = id }) => ({
    action: key === undefined && !bound.has(id) ? 'foreign' : 'keep',
    key: key ?? id,
    id,
    label: name,
    reasons: {},
  }));
}

function net(lines: readonly QuoteLineFields[]): PlanMoney['net'] {
  return storedNet(lines.map((line, index) => ({ ...line, optional: false, id: String(index) })));
}

function nothingKnown(
  number: string,
  family: string,
  image: BeforeImage | undefined,
): Parameters<typeof finishPlan>[1] {
  const conflict: Conflict =
    image === undefined
      ? {
          about: 'undo',
          message: `Nothing is remembered that a push of ${number} has changed.`,
          next: 'Name a document that was pushed with this state, or change the records in the PSA by hand.',
          candidates: [],
        }
      : {
          about: 'undo',
          message: `The last push of this family was that of ${image.document.number}, not of ${number}.`,
          next: `Undo that of ${image.document.number} first.`,
          candidates: [{ id: image.document.number, name: image.document.name }],
        };
  const { type, name } = image?.document ?? { type: 'QUOTE', name: '' };
  return {
    purpose: 'undo',
    document: { number, type, name, family, hash: '', soldToHash: '' },
    matches: [],
    operations: [],
    conflicts: [conflict],
    warnings: [],
    money: { net: {}, optional: {} },
    basis: [],
  };
}
