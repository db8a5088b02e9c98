import type { RecordId, StoredQuoteLine } from '../contract/records.js';
import type { Binding, BindingImage } from '../state/state-store.js';
import type { RememberedLine } from './plan-lines.js';
import type { PlanWarning } from './plan.js';
import type { WantedLine } from './wanted-lines.js';

/** A record as the PSA shows it. */
interface Shown {
  readonly id: RecordId;
  readonly stamp?: string;
}

/** A record that is there, beside what we remember of it and what the document wants. */
export interface WrittenBefore {
  readonly binding: Binding | undefined;
  readonly current: (Shown & { readonly lines?: readonly StoredQuoteLine[] }) | undefined;
  /** Of what the document wants. */
  readonly stamp: string;
}

/**
 * Whether what we remember of a record is what was written into it last. It is not when its stamp is another one: then
 * another machine of ours wrote it since, or the state is an old copy. A record that shows no stamp is taken at our word.
 */
export function isLastWritten(binding: Binding | undefined, current: Shown | undefined): boolean {
  if (binding === undefined || binding.recordId !== current?.id) return false;
  return current.stamp === undefined || current.stamp === binding.image.stamp;
}

/**
 * What was written last, to be held against what stands in the PSA: what we remember, as long as it is that; what the
 * document wants, when the stamp says that just this was written; else nothing, so that everything that differs is written.
 */
export function lastWritten({
  binding,
  current,
  stamp,
  wanted,
}: WrittenBefore & { readonly wanted: object }): BindingImage | undefined {
  if (isLastWritten(binding, current)) return binding?.image;
  return current?.stamp === stamp ? imageOf(wanted) : undefined;
}

/** The same for the lines of a quote. Which line of the PSA is which of ours is remembered in any case. */
export function lastWrittenLines({
  binding,
  current,
  stamp,
  remembered,
  wanted,
}: WrittenBefore & {
  readonly remembered: ReadonlyMap<string, RememberedLine>;
  readonly wanted: readonly WantedLine[];
}): ReadonlyMap<string, RememberedLine> {
  if (isLastWritten(binding, current)) return remembered;
  const known = binding?.recordId === current?.id ? remembered : new Map<string, RememberedLine>();
  const lines = new Map([...known].map(([key, { recordId }]) => [key, { recordId, image: nothing }]));
  if (current?.stamp !== stamp) return lines;
  const ids = new Map(
    (current.lines ?? []).flatMap(({ key, id }) => (key === undefined ? [] : [[key, id] as const])),
  );
  for (const { key, fields } of wanted) {
    const recordId = ids.get(key) ?? lines.get(key)?.recordId;
    if (recordId !== undefined) lines.set(key, { recordId, image: imageOf(fields) });
  }
  return lines;
}

/** Said when what we remember is of no use. */
export function writtenElsewhere(
  kind: 'opportunity' | 'quote',
  { binding, current, stamp }: WrittenBefore,
): readonly PlanWarning[] {
  // What was rebuilt from markers, or written before there were stamps, has none and claims nothing.
  if (binding?.image.stamp === undefined || binding.recordId !== current?.id) return [];
  if (isLastWritten(binding, current) || current.stamp === stamp) return [];
  const message = `The ${kind} ${current.id} was written by another machine since, or the state is an old copy: what differs from the document is written, whoever changed it.`;
  return [{ about: kind, message }];
}

const nothing: BindingImage = { wanted: {}, stored: {} };

function imageOf(wanted: object): BindingImage {
  return { wanted: JSON.parse(JSON.stringify(wanted)) as BindingImage['wanted'], stored: {} };
}
