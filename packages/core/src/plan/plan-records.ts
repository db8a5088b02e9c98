import type {
  OpportunityFields,
  QuoteFields,
  RecordId,
  StoredOpportunity,
  StoredQuote,
} from '../contract/records.js';
import type { BindingImage } from '../state/state-store.js';
import { mergeFields, type Merged } from './merge-fields.js';
import type { OpportunityOperation, QuoteOperation } from './operation.js';
import { opportunityOwnership, quoteOwnership } from './ownership.js';
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
  readonly wanted: { readonly fields: Partial<QuoteFields>; readonly reasons: Reasons };
  readonly current: StoredQuote | undefined;
  readonly image: BindingImage | undefined;
  readonly marker: string;
  readonly lines: PlannedLines;
  /** Of the opportunity that the quote belongs to; undefined when it is still to be created. */
  readonly opportunityId: RecordId | undefined;
}): { readonly operation: QuoteOperation; readonly warnings: readonly PlanWarning[] } {
  const { current, marker, lines } = input;
  const merged = mergeFields<QuoteFields>({
    wanted: input.wanted.fields,
    current,
    image: input.image,
    ownership: quoteOwnership,
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
      ...(moves === undefined ? {} : { moves }),
      lines: lines.operations,
    },
    warnings: [...keptWarnings('quote', merged), ...lines.warnings],
  };
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
  return Object.fromEntries(Object.entries(reasons).filter(([field]) => field in write));
}

function keptWarnings(about: string, merged: Merged<object>): readonly PlanWarning[] {
  return merged.kept.map(({ field, theirs }) => ({
    about,
    message: `${field} was changed in the PSA and stays as it is there (${JSON.stringify(theirs).slice(0, 80)}).`,
  }));
}
