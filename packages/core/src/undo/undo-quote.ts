import type { StoredQuote } from '../contract/records.js';
import { familyMarker } from '../plan/markers.js';
import type { QuoteOperation } from '../plan/operation.js';
import type { PlanContext } from '../plan/plan-context.js';
import type { PlanWarning } from '../plan/plan.js';
import type { BeforeImage, BeforeQuote } from '../state/before-image-store.js';
import { isWrittenElsewhere } from '../state/is-written-elsewhere.js';
import type { Binding } from '../state/state-store.js';
import { changedLine } from './changed-line.js';
import { keptFields, leftWarnings } from './left-fields.js';
import { changedSince, restoreFields } from './restore-fields.js';
import { leftAlone, nothingToUndo, type UndoDraft } from './undo-draft.js';
import { undoLines } from './undo-lines.js';
import { undoReasons } from './undo-reasons.js';

export interface UndoQuoteInput {
  readonly image: BeforeImage;
  readonly record: BeforeQuote | undefined;
  readonly quote: StoredQuote | undefined;
  /** Of the family, now. */
  readonly bindings: readonly Binding[];
}

/** What becomes of the quote that a push created or changed. */
export function undoQuote(context: PlanContext, input: UndoQuoteInput): UndoDraft {
  const { record, quote } = input;
  if (record === undefined) return nothingToUndo;
  if (quote === undefined) {
    return record.created
      ? nothingToUndo
      : leftAlone('quote', `The quote ${record.id ?? ''} is no longer in the PSA.`);
  }
  return record.created
    ? removeQuote(context, input.bindings, record, quote)
    : restoreQuote(input, record, quote);
}

/** A quote is deleted as the push left it, and only then. */
function removeQuote(
  context: PlanContext,
  bindings: readonly Binding[],
  record: BeforeQuote,
  quote: StoredQuote,
): UndoDraft {
  const stays = (why: string): UndoDraft =>
    leftAlone('quote', `The quote ${quote.id} that the push created stays: ${why}.`);
  if (context.contactManager.quotes?.remove === undefined) return stays('the PSA does not delete quotes');
  if (
    isWrittenElsewhere(
      bindings.find(({ kind }) => kind === 'quote'),
      quote,
    )
  )
    return stays('another machine has written it since');
  const why = usedQuote(record, quote);
  if (why !== undefined) return stays(why);
  const { id, title = id, url } = quote;
  const where = url === undefined ? {} : { url };
  return {
    operations: [
      {
        kind: 'removal',
        action: 'remove',
        object: 'quote',
        id,
        name: title,
        ...where,
        reason: undoReasons.created,
      },
    ],
    warnings: [],
  };
}

/** What somebody has done to a quote since the push created it. */
function usedQuote(record: BeforeQuote, quote: StoredQuote): string | undefined {
  const fields = changedSince(record, quote);
  if (fields.length > 0)
    return `${fields.join(', ')} ${fields.length === 1 ? 'was' : 'were'} changed in the PSA since`;
  const { statusId = quote.statusId } = record;
  if (quote.statusId !== statusId) return 'its status was changed in the PSA since';
  const byKey = new Map(record.lines.map((line) => [line.key, line]));
  const byId = new Map(record.lines.map((line) => [line.id, line]));
  for (const line of quote.lines ?? []) {
    const ours = line.key === undefined ? byId.get(line.id) : byKey.get(line.key);
    const name = line.name ?? line.id;
    if (ours === undefined) return `the line “${name}” was added to it`;
    const changed = changedLine(ours, line);
    if (changed.length > 0) return `the line “${name}” was changed in the PSA since (${changed.join(', ')})`;
  }
  return undefined;
}

function restoreQuote(
  { image, bindings }: UndoQuoteInput,
  record: BeforeQuote,
  quote: StoredQuote,
): UndoDraft {
  const { wanted, before, left } = restoreFields(record, quote);
  const linesOf = (all: readonly Binding[]): readonly Binding[] => all.filter(({ kind }) => kind === 'line');
  const lines = undoLines({
    lines: record.lines,
    stored: quote.lines ?? [],
    bindings: { before: linesOf(image.bindings), now: linesOf(bindings) },
  });
  const warnings: readonly PlanWarning[] = [...leftWarnings('quote', left), ...lines.warnings];
  if (Object.keys(wanted).length === 0 && !lines.changed) return { operations: [], warnings };
  const { id, url } = quote;
  const operation: QuoteOperation = {
    kind: 'quote',
    action: 'update',
    id,
    ...(url === undefined ? {} : { url }),
    marker: familyMarker(image.family).key,
    wanted: wanted,
    before: before,
    reasons: Object.fromEntries(Object.keys(wanted).map((field) => [field, undoReasons.stoodBefore])),
    ...(left.length === 0 ? {} : { kept: keptFields(left) }),
    // What it says then is what it said before: so does its stamp.
    image: image.bindings.find(({ kind }) => kind === 'quote')?.image.wanted ?? wanted,
    lines: lines.operations,
  };
  return { operations: [operation], warnings };
}
