import { equalJson } from '../base/canonical-json.js';
import type { JsonValue } from '../base/json.js';
import type { QuoteFields } from '../contract/records.js';
import { isIsoDate } from '../domain/is-iso-date.js';
import type { QuoteEdits } from '../engine/person-choices.js';
import type { BindingImage, RememberedEdits } from '../state/state-store.js';
import type { Conflict } from './plan.js';
import type { Reason, Reasons } from './reason.js';

/** The header fields that a person may edit before the quote is saved. */
export const editableFields = ['title', 'description', 'date', 'expiresOn'] as const;

export interface EditedQuote {
  readonly fields: Partial<QuoteFields>;
  readonly reasons: Reasons;
  /** Every edit that is in force, to be remembered with the quote. */
  readonly edits: RememberedEdits;
  /** Fields that are edited now: they are written even over a person's change in the PSA. */
  readonly edited: ReadonlySet<string>;
}

/**
 * Puts a person's values in place of the document's: those given now, and those given before that the document has not
 * overtaken since by a new value of its own.
 */
export function editQuote(
  wanted: { readonly fields: Partial<QuoteFields>; readonly reasons: Reasons },
  remembered: RememberedEdits | undefined,
  given: QuoteEdits | undefined,
): EditedQuote {
  const fields: Record<string, unknown> = { ...wanted.fields };
  const reasons: Record<string, Reason> = { ...wanted.reasons };
  const edits: Record<string, RememberedEdits[string]> = {};
  const edited = new Set<string>();
  for (const field of editableFields) {
    const over = (wanted.fields[field] ?? null) as JsonValue;
    const before = remembered?.[field];
    const now = given?.[field];
    if (now !== undefined) edited.add(field);
    const value = now ?? (before !== undefined && equalJson(before.over, over) ? before.value : undefined);
    if (value === undefined || equalJson(value, over)) continue;
    fields[field] = value;
    edits[field] = { value, over };
    reasons[field] = {
      from: 'person',
      text:
        now === undefined ? 'edited before, and the document still says the same' : 'edited for this push',
    };
  }
  return { fields, reasons, edits, edited };
}

/** Days that are none: the PSA would refuse them when the opportunity is there already. */
export function editConflicts(given: QuoteEdits | undefined): readonly Conflict[] {
  return (['date', 'expiresOn'] as const).flatMap((field) => {
    const day = given?.[field];
    if (day === undefined || isIsoDate(day)) return [];
    return [
      {
        about: `quote.${field}`,
        message: `“${day.slice(0, 60)}” is no day that the quote could have as its ${field}.`,
        next: 'Give a day of the calendar, such as 2026-11-30.',
        candidates: [],
      },
    ];
  });
}

/**
 * Whether what is given now differs from what is in force already, or from what a person has made of it in the PSA.
 *
 * @param quote as the PSA shows it; undefined: there is none that could be edited
 */
export function bringsEdits(
  given: QuoteEdits | undefined,
  image: BindingImage | undefined,
  quote: Partial<QuoteFields> | undefined,
): boolean {
  return editableFields.some((field) => {
    const value = given?.[field];
    if (value === undefined || quote === undefined) return false;
    if (!equalJson(value, image?.wanted[field] ?? null)) return true;
    const now = quote[field];
    return now !== undefined && !equalJson(now, image?.stored[field] ?? value);
  });
}
