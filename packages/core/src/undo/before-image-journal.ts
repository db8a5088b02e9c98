import type { AppliedQuote } from '../apply/apply-quote.js';
import type { ApplyContext } from '../apply/apply-context.js';
import { matchWritten } from '../apply/match-written.js';
import type { RecordId, StoredQuoteLine } from '../contract/records.js';
import type { LineOperation } from '../plan/operation.js';
import { asObject } from '../settings/settings-schema.js';
import type {
  BeforeImage,
  BeforeLine,
  BeforeRecord,
  ChangedFields,
  FieldImage,
} from '../state/before-image-store.js';
import type { Binding } from '../state/state-store.js';
import { beforeRecords } from './before-records.js';
import { mergeBeforeRecords } from './merge-before-records.js';

/** What became of the records, as far as the push got. */
export interface WrittenRecords {
  readonly opportunityId?: RecordId;
  /** As the last answer showed it. */
  readonly opportunityStatusId?: RecordId;
  readonly quote?: AppliedQuote;
  readonly lines?: readonly LineOperation[];
}

/** Keeps how things stood before a push. Nothing is kept of one that writes nothing. */
export class BeforeImageJournal {
  readonly #context: ApplyContext;
  #image: BeforeImage | undefined;

  private constructor(context: ApplyContext, image: BeforeImage | undefined) {
    this.#context = context;
    this.#image = image;
  }

  /**
   * Written down before the first write. A push that goes on where another one was cut off, or where an undo was, belongs to
   * that one: what stood there before stays what stood there before the first.
   *
   * @param id of the push
   */
  static async open(context: ApplyContext, id: string): Promise<BeforeImageJournal> {
    const { plan, state, connection, clock } = context;
    const { number, type, name, family } = plan.document;
    const records = beforeRecords(plan);
    const [latest] = await state.beforeImages.list(connection, family);
    const isOpen =
      latest !== undefined && (latest.finishedAt === undefined || latest.undoneSince !== undefined);
    if (records.length === 0 && !isOpen) return new BeforeImageJournal(context, undefined);
    const purpose = plan.purpose === 'attach' ? 'attach' : 'push';
    const own = { family, document: { number, type, name }, purpose } as const;
    const image: BeforeImage = isOpen
      ? {
          ...(purpose === 'attach' ? { ...own, document: latest.document, purpose: latest.purpose } : own),
          id: latest.id,
          startedAt: latest.startedAt,
          bindings: latest.bindings,
          records: mergeBeforeRecords(latest.records, records),
        }
      : {
          ...own,
          id,
          startedAt: clock.now(),
          bindings: await state.bindings(connection, family),
          records,
        };
    await state.beforeImages.put(connection, image);
    return new BeforeImageJournal(context, image);
  }

  /**
   * How the records stand after the push, or after as much of it as was done.
   *
   * @param finished the push got to its end
   */
  async close(written: WrittenRecords, finished: boolean): Promise<void> {
    const image = this.#image;
    if (image === undefined) return;
    const { state, connection, clock, plan } = this.#context;
    const bindings = await state.bindings(connection, image.family);
    const lines = shownLines(written);
    const records = image.records.map((record) => withShown(record, written, bindings, lines));
    // Attaching a file does not end a push that was cut off.
    const ends = finished && (plan.purpose !== 'attach' || image.purpose === 'attach');
    await state.beforeImages.put(connection, {
      ...image,
      records,
      ...(ends ? { finishedAt: clock.now() } : {}),
    });
  }
}

type ShownLines = ReadonlyMap<string, StoredQuoteLine>;

function shownLines({ quote, lines }: WrittenRecords): ShownLines {
  return quote?.stored === undefined || lines === undefined
    ? new Map()
    : matchWritten(lines, quote.stored.lines ?? []).ours;
}

function withShown(
  record: BeforeRecord,
  written: WrittenRecords,
  bindings: readonly Binding[],
  lines: ShownLines,
): BeforeRecord {
  switch (record.kind) {
    case 'opportunity':
      return {
        ...record,
        ...shownOf(record, written.opportunityId, imageOf(bindings, 'opportunity')),
        ...statusOf(written.opportunityStatusId),
      };
    case 'quote': {
      const { quote } = written;
      const stored = quote?.stored ?? imageOf(bindings, 'quote');
      return {
        ...record,
        ...shownOf(record, quote?.record.id, stored),
        ...statusOf(quote?.stored?.statusId),
        lines: record.lines.map((line) => withShownLine(line, lines.get(line.key))),
      };
    }
    case 'contact': {
      const image = imageOf(bindings, record.object === 'clients' ? 'client' : 'user');
      return { ...record, ...shownOf(record, record.id, image) };
    }
    case 'item':
    case 'attachment':
    case 'completion':
      return record;
  }
}

function statusOf(statusId: RecordId | undefined): { readonly statusId?: RecordId } {
  return statusId === undefined ? {} : { statusId };
}

function withShownLine(line: BeforeLine, stored: StoredQuoteLine | undefined): BeforeLine {
  return stored === undefined ? line : { ...line, ...shownOf(line, stored.id, stored) };
}

function imageOf(bindings: readonly Binding[], wanted: Binding['kind']): FieldImage | undefined {
  return bindings.find(({ kind }) => kind === wanted)?.image.stored;
}

/** Of the record that is shown, only what was written. */
function shownOf(
  { wrote }: ChangedFields,
  id: RecordId | undefined,
  stored: object | undefined,
): Pick<ChangedFields, 'id' | 'shown'> {
  const all = stored === undefined ? undefined : (JSON.parse(JSON.stringify(stored)) as FieldImage);
  const shown = all === undefined ? undefined : pick(all, wrote);
  return { ...(id === undefined ? {} : { id }), ...(shown === undefined ? {} : { shown }) };
}

function pick(all: FieldImage, wrote: FieldImage): FieldImage {
  return Object.fromEntries(
    Object.entries(wrote).flatMap(([field, value]) => {
      if (!Object.hasOwn(all, field)) return [];
      return [
        [field, field === 'linked' ? pick(asObject(all[field]), asObject(value)) : (all[field] ?? null)],
      ];
    }),
  );
}
