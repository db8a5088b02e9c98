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
import { opportunityOwnership, quoteOwnership, type OwnershipOf } from './ownership.js';
import type { PlannedLines } from './plan-lines.js';
import type { PlanWarning } from './plan.js';
import type { Reasons } from './reason.js';
import type { PushPolicy } from '../settings/push-policy.js';

export function planOpportunity(input: {
  readonly wanted: { readonly fields: Partial<OpportunityFields>; readonly reasons: Reasons };
  readonly current: StoredOpportunity | undefined;
  readonly image: BindingImage | undefined;
  readonly marker: string;
  readonly policy: PushPolicy;
}): { readonly operation: OpportunityOperation; readonly warnings: readonly PlanWarning[] } {
  const { current, marker } = input;
  const merged = mergeFields<OpportunityFields>({
    wanted: input.wanted.fields,
    current,
    image: input.image,
    ownership: opportunityOwnership(input.policy),
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
      reasons: reasonsOf(merged.write, input.wanted.reasons),
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
  /** Of the opportunity that the quote belongs to; undefined when it is still to be created. */
  readonly opportunityId: RecordId | undefined;
}): { readonly operation: QuoteOperation; readonly warnings: readonly PlanWarning[] } {
  const { current, marker, lines } = input;
  const { edits } = input.wanted;
  const merged = mergeFields<QuoteFields>({
    wanted: input.wanted.fields,
    current,
    image: input.image,
    ownership: editedOwnership(input.wanted.edited),
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
      reasons: reasonsOf(merged.write, input.wanted.reasons),
      image: input.wanted.fields,
      ...(edits === undefined || Object.keys(edits).length === 0 ? {} : { edits }),
      ...(moves === undefined ? {} : { moves }),
      lines: lines.operations,
    },
    warnings: [...keptWarnings('quote', merged), ...lines.warnings],
  };
}

/** What a person edits for this push is written, even over what somebody changed in the PSA. */
function editedOwnership(edited: ReadonlySet<string> = new Set()): OwnershipOf<QuoteFields> {
  const decided = [...edited].map((field) => [field, 'ours'] as const);
  return { ...quoteOwnership, ...Object.fromEntries(decided) };
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

function reasonsOf(write: object, reasons: Reasons): Reasons {
  const linked: object = 'linked' in write ? (write.linked as object) : {};
  const written = new Set([...Object.keys(write), ...Object.keys(linked).map(linkedReason)]);
  return Object.fromEntries(Object.entries(reasons).filter(([field]) => written.has(field)));
}

function keptWarnings(about: string, merged: Merged<object>): readonly PlanWarning[] {
  return merged.kept.map(({ field, theirs }) => ({
    about,
    message: `${field} was changed in the PSA and stays as it is there (${JSON.stringify(theirs).slice(0, 80)}).`,
  }));
}
