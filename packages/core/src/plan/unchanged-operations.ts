import type { QuoteLineFields, StoredQuote } from '../contract/records.js';
import type { FamilyMemory } from './family-memory.js';
import { keptOpportunity } from './kept-opportunity.js';
import type { Operation } from './operation.js';
import { ownershipTable } from './ownership.js';
import { planLines } from './plan-lines.js';
import { planQuote } from './plan-records.js';
import type { PlanWarning } from './plan.js';
import type { Reasons } from './reason.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { WantedLine } from './wanted-lines.js';

/**
 * The plan of a document that has not changed: what was wanted last time is wanted still. The quote is compared all the
 * same, because money that somebody changed in the PSA is put right.
 */
export function unchangedOperations(
  memory: FamilyMemory,
  quote: StoredQuote | undefined,
  marker: string,
  policy: PushPolicy,
): { readonly operations: readonly Operation[]; readonly warnings: readonly PlanWarning[] } {
  const operations: Operation[] = [];
  const { opportunity } = memory;
  if (opportunity !== undefined) {
    operations.push(keptOpportunity(opportunity.recordId, marker, opportunity));
  }
  if (quote === undefined || memory.quote === undefined) return { operations, warnings: [] };
  const ownership = ownershipTable(policy);
  const lines = planLines(rememberedLines(memory), quote.lines, memory.lines, {
    foreignLines: policy.quote.foreignLines,
    ownership: ownership.lines,
  });
  const { edits } = memory.quote.image;
  const planned = planQuote({
    wanted: {
      fields: memory.quote.image.wanted,
      reasons: asBefore(memory.quote.image.wanted),
      ...(edits === undefined ? {} : { edits }),
    },
    current: quote,
    image: memory.quote.image,
    marker,
    lines,
    ownership: ownership.quote,
    opportunityId: quote.opportunityId,
  });
  operations.push(planned.operation);
  return { operations, warnings: planned.warnings };
}

function rememberedLines(memory: FamilyMemory): readonly WantedLine[] {
  return [...memory.lines]
    .map(([key, { image }]) => ({ key, fields: image.wanted as unknown as QuoteLineFields }))
    .sort((left, right) => left.fields.position - right.fields.position)
    .map(({ key, fields }) => {
      const { position, ...rest } = fields;
      return { key, label: fields.name, fields: rest, reasons: asBefore(rest, `, at position ${position}`) };
    });
}

/** Where the document says nothing new, nothing is worked out again. */
function asBefore(fields: object, where = ''): Reasons {
  const reason = {
    from: 'engine',
    text: `as it was written last time${where}: neither the document nor the settings have changed since`,
  } as const;
  return Object.fromEntries(Object.keys(fields).map((field) => [field, reason]));
}
