import type {
  OpportunityFields,
  QuoteFields,
  RecordId,
  StoredOpportunity,
  StoredQuote,
} from '../contract/records.js';
import type { BindingImage, RememberedEdits } from '../state/state-store.js';
import { linkedReason } from '../datalink/linked-values.js';
import { mergeFields, type Merged } from './merge-fields.js';
import type { OpportunityOperation, QuoteOperation } from './operation.js';
import type { FieldOwnership } from './ownership.js';
import type { PlannedLines } from './plan-lines.js';
import type { PlanWarning } from './plan.js';
import type { Reasons } from './reason.js';

export function planOpportunity(input: {
  readonly wanted: { readonly fields: Partial<OpportunityFields>; readonly reasons: Reasons };
  readonly current: StoredOpportunity | undefined;
  readonly image: BindingImage | undefined;
  readonly marker: string;
  readonly ownership: FieldOwnership;
}): { readonly operation: OpportunityOperation; readonly warnings: readonly PlanWarning[] } {
  const { current, marker } = input;
  const merged = mergeFields<OpportunityFields>({
    wanted: input.wanted.fields,
    current,
    image: input.image,
    ownership: input.ownership,
  });
  const unmarked = current !== undefined && current.marker !== marker;
  return {
    operation: {
      kind: 'opportunity',
      action: current === undefined ? 'create' : changes(merged) || unmarked ? 'update' : 'keep',
      ...place(current),
      marker,
      wanted: merged.write,
      before: merged.before,
      reasons: reasonsOf(input.wanted.fields, input.wanted.reasons),
      ...(merged.kept.length === 0 ? {} : { kept: merged.kept }),
      image: input.wanted.fields,
    },
    warnings: keptWarnings('opportunity', merged),
  };
}

export function planQuote(input: {
  readonly wanted: {
    readonly fields: Partial<QuoteFields>;
    readonly reasons: Reasons;
    readonly edits?: RememberedEdits;
    readonly edited?: ReadonlySet<string>;
  };
  readonly current: StoredQuote | undefined;
  readonly image: BindingImage | undefined;
  readonly marker: string;
  readonly lines: PlannedLines;
  readonly ownership: FieldOwnership;
  /** Of the opportunity that the quote belongs to; undefined when it is still to be created. */
  readonly opportunityId: RecordId | undefined;
}): { readonly operation: QuoteOperation; readonly warnings: readonly PlanWarning[] } {
  const { current, marker, lines } = input;
  const { edits } = input.wanted;
  const merged = mergeFields<QuoteFields>({
    wanted: input.wanted.fields,
    current,
    image: input.image,
    ownership: { ...input.ownership, ...editedOwnership(input.wanted.edited) },
  });
  // Somebody may have moved the quote, or deleted the opportunity it hung on.
  const moves =
    current?.opportunityId !== undefined && current.opportunityId !== input.opportunityId ? true : undefined;
  const changed =
    moves === true ||
    changes(merged) ||
    lines.changed ||
    (current !== undefined && current.marker !== marker);
  return {
    operation: {
      kind: 'quote',
      action: current === undefined ? 'create' : changed ? 'update' : 'keep',
      ...place(current),
      marker,
      wanted: merged.write,
      before: merged.before,
      reasons: reasonsOf(input.wanted.fields, input.wanted.reasons),
      ...(merged.kept.length === 0 ? {} : { kept: merged.kept }),
      image: input.wanted.fields,
      ...(edits === undefined || Object.keys(edits).length === 0 ? {} : { edits }),
      ...(moves === undefined ? {} : { moves }),
      lines: lines.operations,
    },
    warnings: [...keptWarnings('quote', merged), ...lines.warnings],
  };
}

/** What a person edits for this push is written, even over what somebody changed in the PSA. */
function editedOwnership(edited: ReadonlySet<string> = new Set()): FieldOwnership {
  return Object.fromEntries([...edited].map((field) => [field, 'ours'] as const));
}

function place(current: { readonly id: string; readonly url?: string } | undefined): {
  id?: string;
  url?: string;
} {
  if (current === undefined) return {};
  return { id: current.id, ...(current.url === undefined ? {} : { url: current.url }) };
}

function changes(merged: Merged<object>): boolean {
  return Object.keys(merged.write).length > 0;
}

/** Of every field that the document wants, written now or not: each can say why. */
function reasonsOf(fields: object, reasons: Reasons): Reasons {
  const linked: object = 'linked' in fields ? (fields.linked as object) : {};
  const named = new Set([...Object.keys(fields), ...Object.keys(linked).map(linkedReason)]);
  return Object.fromEntries(Object.entries(reasons).filter(([field]) => named.has(field)));
}

function keptWarnings(about: string, merged: Merged<object>): readonly PlanWarning[] {
  return merged.kept
    .filter(({ ownership }) => ownership !== 'theirs')
    .map(({ field, theirs }) => ({
      about,
      message: `${field} was changed in the PSA and stays as it is there (${JSON.stringify(theirs).slice(0, 80)}).`,
    }));
}
