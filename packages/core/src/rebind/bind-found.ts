import { imageAfterWrite } from '../apply/image-after-write.js';
import type { StoredAttachment, StoredOpportunity, StoredQuote } from '../contract/records.js';
import { isAttachmentMarkerOf } from '../plan/markers.js';
import { callOptions, type PlanContext } from '../plan/plan-context.js';
import type { Conflict } from '../plan/plan.js';
import { withLease } from '../state/lease.js';
import type { Binding, BindingImage } from '../state/state-store.js';
import type { ReboundFamily, ReboundRecord } from './rebound-family.js';

export interface FoundFamily {
  readonly family: string;
  /** Document numbers that are known to belong to it. */
  readonly numbers: readonly string[];
  readonly opportunity?: StoredOpportunity;
  readonly quote?: StoredQuote;
  readonly conflicts: readonly Conflict[];
}

/**
 * Remembers what was found of a family: records, lines and files with our marker. What stood there when it was found is taken
 * for what was written last; the stamp is left to the next push, which knows the document.
 */
export async function bindFound(context: PlanContext, found: FoundFamily): Promise<ReboundFamily> {
  const { connection, state, clock, owner } = context;
  const { family } = found;
  const onWait = (): void => context.report(`Waiting for another process that is pushing ${family}`);
  const name = `document:${connection}:${family}`;
  return withLease({ state, clock, owner, name, onWait }, () => bindExclusively(context, found));
}

async function bindExclusively(context: PlanContext, found: FoundFamily): Promise<ReboundFamily> {
  const { connection, state } = context;
  const { family, numbers, opportunity, quote, conflicts } = found;
  const before = await state.bindings(connection, family);
  const [conflict] = [...conflicts, ...contradictions(before, found)];
  const told = {
    family,
    ...(opportunity === undefined ? {} : { opportunity: recordOf(opportunity) }),
    ...(quote === undefined ? {} : { quote: { ...recordOf(quote), lines: ourLines(quote).length } }),
  };
  if (conflict !== undefined) {
    const { message, next } = conflict;
    return { ...told, status: 'conflict', attachments: 0, message, next };
  }
  if (opportunity === undefined && quote === undefined) {
    const message = 'No record of the PSA carries its marker.';
    return { ...told, status: 'missing', attachments: 0, message, next: 'Push it, if it belongs there.' };
  }
  const files = opportunity === undefined ? [] : await filesOf(context, opportunity, family);
  const known = new Set(before.map(({ kind, key }) => `${kind} ${key}`));
  const bind = [...recordBindings(found), ...files.map(fileBinding)].filter(
    ({ kind, key }) => !known.has(`${kind} ${key}`),
  );
  await state.commit(connection, family, { bind, numbers: [...new Set([family, ...numbers])] });
  return { ...told, status: bind.length === 0 ? 'known' : 'bound', attachments: files.length };
}

/** The state may know another record than the one that carries the marker. */
function contradictions(before: readonly Binding[], found: FoundFamily): readonly Conflict[] {
  return (['opportunity', 'quote'] as const).flatMap((kind): readonly Conflict[] => {
    const bound = before.find((binding) => binding.kind === kind);
    const now = found[kind];
    if (bound === undefined || now === undefined || bound.recordId === now.id) return [];
    return [
      {
        about: kind,
        message: `${found.family} is bound to the ${kind} ${bound.recordId}, and the ${kind} ${now.id} carries its marker.`,
        next: 'Remove the marker in the PSA from the one that is not in use; the next push then decides by the other.',
        candidates: [{ id: now.id, name: now.title ?? now.id }],
      },
    ];
  });
}

async function filesOf(
  context: PlanContext,
  { id }: StoredOpportunity,
  family: string,
): Promise<readonly StoredAttachment[]> {
  const files = (await context.contactManager.attachments?.list(id, callOptions(context))) ?? [];
  return files.filter(({ marker }) => marker !== undefined && isAttachmentMarkerOf(marker, family));
}

function recordBindings({ family, opportunity, quote }: FoundFamily): readonly Binding[] {
  return [
    ...(opportunity === undefined
      ? []
      : [
          {
            kind: 'opportunity',
            key: family,
            recordId: opportunity.id,
            image: imageOf(opportunity),
          } as const,
        ]),
    ...(quote === undefined
      ? []
      : [
          { kind: 'quote', key: family, recordId: quote.id, image: imageOf(quote) } as const,
          ...ourLines(quote).map(
            ({ key, ...line }) => ({ kind: 'line', key, recordId: line.id, image: imageOf(line) }) as const,
          ),
        ]),
  ];
}

function ourLines({ lines = [] }: StoredQuote): readonly (NonNullable<StoredQuote['lines']>[number] & {
  readonly key: string;
})[] {
  return lines.flatMap(({ key, ...line }) => (key === undefined ? [] : [{ ...line, key }]));
}

/** A second file of the same content, should there be one, stands under the same key. */
function fileBinding({ id, name, marker = '' }: StoredAttachment): Binding {
  return { kind: 'attachment', key: marker, recordId: id, image: { wanted: { name }, stored: { name } } };
}

/** What we write is what we remember; what only the PSA says of a record is no part of it. */
function imageOf(record: object): BindingImage {
  const { url, ...fields } = record as { readonly url?: string };
  const written = Object.fromEntries(Object.entries(fields).filter(([field]) => !ownWords.has(field)));
  return imageAfterWrite({ wanted: written, written, stored: written, previous: undefined, url });
}

const ownWords: ReadonlySet<string> = new Set([
  'id',
  'key',
  'marker',
  'stamp',
  'outcome',
  'statusName',
  'lines',
  'taxTotal',
  'amount',
  'opaque',
]);

function recordOf({ id, title, url }: StoredOpportunity | StoredQuote): ReboundRecord {
  return { id, ...(title === undefined ? {} : { title }), ...(url === undefined ? {} : { url }) };
}
