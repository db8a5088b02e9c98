import { equalJson } from '../base/canonical-json.js';
import type { RecordId, StoredOpportunity, StoredQuote } from '../contract/records.js';
import type { Intent } from '../state/state-store.js';
import { familyMarker } from './markers.js';
import type { RemovalOperation } from './operation.js';
import { callOptions, type PlanContext } from './plan-context.js';
import type { BasisRecord, PlanWarning } from './plan.js';
import { basisOf } from './read-remote.js';

/** A record that two machines created in the same instant, and that is not the first. */
export interface Spare {
  readonly kind: 'opportunity' | 'quote';
  readonly id: RecordId;
  /** The first, which is used. */
  readonly kept: RecordId;
}

export interface SparesInput {
  readonly family: string;
  /** Of pushes of this state that were cut off. */
  readonly intents: readonly Intent[];
  /** Of what the document wants. */
  readonly stamps: Readonly<Record<Spare['kind'], string>>;
}

export interface PlannedSpares {
  readonly operations: readonly RemovalOperation[];
  readonly basis: readonly BasisRecord[];
  readonly warnings: readonly PlanWarning[];
}

/** The longer ago, the sooner it is a person who has made a copy. */
const mostMilliseconds = 24 * 60 * 60 * 1_000;

/**
 * The one that is not the first goes, as it would have gone if the machine had not been cut off; but only as long as it says just
 * what the first says, and nobody has used it. Else a person is told.
 */
export async function planSpares(
  context: PlanContext,
  spares: readonly Spare[],
  input: SparesInput,
): Promise<PlannedSpares> {
  const operations: RemovalOperation[] = [];
  const basis: BasisRecord[] = [];
  const warnings: PlanWarning[] = [];
  for (const spare of spares) {
    const { kind, id, kept } = spare;
    const [record, first] = [await read(context, spare, id), await read(context, spare, kept)];
    if (record === undefined) continue;
    const why = await whyItStays(context, spare, input, { record, first });
    if (why === undefined) {
      const { title = id, url } = record;
      const where = url === undefined ? {} : { url };
      operations.push({ kind: 'removal', action: 'remove', object: kind, id, name: title, ...where, reason });
      basis.push(...(await basisOf({ [kind]: record })));
      continue;
    }
    warnings.push({
      about: kind,
      message: `The ${kind} of ${input.family} was created twice, by two machines of which one was cut off: ${kept} is used, and ${id} stays, because ${why}.`,
      next: `Look at the ${kind} ${id} in the PSA, and delete it there.`,
    });
  }
  return { operations, basis, warnings };
}

const reason = {
  from: 'engine',
  text: 'two machines created it in the same instant, and one was cut off; the first is used, and nobody has used this one',
} as const;

type Stored = StoredOpportunity | StoredQuote;

async function whyItStays(
  context: PlanContext,
  { kind }: Spare,
  { family, intents, stamps }: SparesInput,
  { record, first }: { readonly record: Stored; readonly first: Stored | undefined },
): Promise<string | undefined> {
  const { contactManager } = context;
  const { opportunities, quotes } = contactManager;
  const options = callOptions(context);
  const since = context.clock.now() - mostMilliseconds;
  if (!intents.some(({ operation, startedAt }) => operation === kind && startedAt >= since))
    return 'that was more than a day ago';
  const port = kind === 'opportunity' ? opportunities : quotes;
  if (port?.remove === undefined) return 'the PSA does not let it be deleted';
  const missing = await contactManager.missingPermissions?.([`${kind}Removal`], options);
  if (missing !== undefined && missing.length > 0)
    return 'the PSA does not permit the connection to delete it';
  if (first === undefined || record.stamp !== stamps[kind] || !equalJson(said(record), said(first)))
    return 'it does not say what the first one says';
  if (kind === 'quote') return 'lines' in record ? undefined : 'its lines cannot be read';
  const added = await opportunities.addedByOthers?.(record.id, options);
  if (added === undefined) return 'the PSA does not tell what others have added to it';
  if (added.length > 0) return `others have used it (${added.join(', ')})`;
  const hanging = await quotes?.findByMarker(familyMarker(family), { opportunityId: record.id }, options);
  return hanging?.[0] === undefined ? undefined : `the quote ${hanging[0].id} is on it`;
}

async function read(context: PlanContext, { kind }: Spare, id: RecordId): Promise<Stored | undefined> {
  const { opportunities, quotes } = context.contactManager;
  return kind === 'opportunity'
    ? opportunities.get(id, callOptions(context))
    : quotes?.get(id, callOptions(context));
}

/** All but what the PSA gives each record for itself, and what it makes of other records. */
function said({ id: _id, url: _url, ...record }: Stored): object {
  if (!('lines' in record)) {
    const { value: _value, valueByPeriod: _byPeriod, ...fields } = record as Partial<StoredOpportunity>;
    return fields;
  }
  const lines = record.lines.map(({ id: _lineId, opaque: _opaque, ...line }) => line);
  return { ...record, lines };
}
