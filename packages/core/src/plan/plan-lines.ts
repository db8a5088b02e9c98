import { equalJson } from '../base/canonical-json.js';
import type { QuoteLineFields, RecordId, StoredQuoteLine } from '../contract/records.js';
import type { BindingImage } from '../state/state-store.js';
import { withoutOldListPrice } from './list-price.js';
import { matchLines } from './match-lines.js';
import { mergeFields } from './merge-fields.js';
import { movedLines } from './moved-lines.js';
import type { LineOperation } from './operation.js';
import type { FieldOwnership } from './ownership.js';
import type { PlanWarning } from './plan.js';
import type { Reason } from './reason.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { WantedLine } from './wanted-lines.js';

export interface RememberedLine {
  readonly recordId: RecordId;
  readonly image: BindingImage;
}

export interface PlannedLines {
  readonly operations: readonly LineOperation[];
  readonly warnings: readonly PlanWarning[];
  readonly changed: boolean;
}

export interface LinePolicy {
  readonly foreignLines: PushPolicy['quote']['foreignLines'];
  readonly ownership: FieldOwnership;
}

/**
 * Compares the wanted lines with the quote's, line by line. Lines that people added stay where they are, unless the
 * settings say otherwise.
 */
export function planLines(
  wanted: readonly WantedLine[],
  stored: readonly StoredQuoteLine[] | undefined,
  remembered: ReadonlyMap<string, RememberedLine>,
  { foreignLines, ownership }: LinePolicy,
): PlannedLines {
  const byKey = new Map(wanted.map((line) => [line.key, line]));
  const ids = new Map([...remembered].map(([key, line]) => [key, line.recordId]));
  const matched = matchLines([...byKey.keys()], stored ?? [], ids, (key, line) =>
    sameContent(byKey.get(key), line),
  );

  const warnings: PlanWarning[] = [];
  const operations: LineOperation[] = [];
  let position = 0;
  const foreignAfter = new Map<string | undefined, StoredQuoteLine[]>();
  const others = foreignLines === 'keep' ? matched.foreign : [];
  for (const { line, after } of others) {
    foreignAfter.set(after, [...(foreignAfter.get(after) ?? []), line]);
  }
  const addForeignAfter = (key: string | undefined): void => {
    for (const line of foreignAfter.get(key) ?? []) {
      position += 1;
      operations.push(foreignLine(line));
    }
  };
  const moved = movedLines(
    wanted.flatMap(({ key }) => {
      const at = matched.ours.get(key)?.position;
      return at === undefined ? [] : [{ key, position: at }];
    }),
  );
  addForeignAfter(undefined);
  for (const line of wanted) {
    position += 1;
    const fields: QuoteLineFields = { ...line.fields, position };
    const current = matched.ours.get(line.key);
    const merge: LineMerge = {
      current,
      remembered: remembered.get(line.key),
      moves: moved.has(line.key),
      ownership,
    };
    operations.push(planLine(line, fields, merge, warnings));
    addForeignAfter(line.key);
  }
  const unwanted = foreignLines === 'remove' ? matched.foreign : [];
  const removed = [
    ...matched.gone.map((line) => removedLine(line, goneReason)),
    ...unwanted.map(({ line }) => removedLine(line, unwantedReason)),
  ];
  const all = [...operations, ...removed];
  return {
    operations: all,
    warnings,
    changed: all.some(({ action }) => action !== 'keep' && action !== 'foreign'),
  };
}

interface LineMerge {
  readonly current: StoredQuoteLine | undefined;
  readonly remembered: RememberedLine | undefined;
  readonly moves: boolean;
  readonly ownership: FieldOwnership;
}

function planLine(
  line: WantedLine,
  fields: QuoteLineFields,
  { current, remembered, moves, ownership }: LineMerge,
  warnings: PlanWarning[],
): LineOperation {
  const base = {
    key: line.key,
    label: line.label,
    reasons: { position: placeReason, ...line.reasons },
    ...(line.createsItem === undefined ? {} : { createsItem: line.createsItem }),
  };
  if (current === undefined) return { ...base, action: 'create', wanted: fields };
  const { position, ...told } = fields;
  const content = withoutOldListPrice(told, remembered?.image);
  const merged = mergeFields<QuoteLineFields>({
    wanted: content,
    current,
    image: remembered?.image,
    ownership,
  });
  for (const { field, theirs, ownership: owner } of merged.kept) {
    if (owner === 'theirs') continue;
    const message = `Line “${line.label}”: ${field} was changed in the PSA and stays as it is there (${shorten(theirs)}).`;
    warnings.push({ about: `quote line ${line.key}`, message });
  }
  const before = {
    ...beforeOf(merged.write, merged.before),
    ...(moves && current.position !== undefined ? { position: current.position } : {}),
  };
  const changed = Object.keys(before).length > 0 || line.createsItem !== undefined;
  return {
    ...base,
    action: changed ? 'update' : 'keep',
    id: current.id,
    wanted: { ...(merged.standing as QuoteLineFields), position },
    ...(merged.kept.length === 0 ? {} : { kept: merged.kept, ours: merged.ours }),
    ...(changed ? { before } : {}),
  };
}

/** A field that was not there before is named all the same, so that the change is seen. */
function beforeOf(
  write: Partial<QuoteLineFields>,
  before: Partial<QuoteLineFields>,
): Partial<QuoteLineFields> {
  return Object.fromEntries(
    Object.keys(write).map((field) => [field, before[field as keyof QuoteLineFields] ?? null]),
  );
}

function foreignLine(line: StoredQuoteLine): LineOperation {
  return {
    action: 'foreign',
    key: line.id,
    id: line.id,
    label: line.name ?? line.id,
    reasons: { action: { from: 'person', text: 'added in the PSA; it is not ours to change' } },
    foreign: line,
  };
}

const placeReason: Reason = {
  from: 'document',
  text: 'the order of the document; lines that people added keep their places between',
};
const goneReason: Reason = { from: 'document', text: 'the document no longer has this line' };
const unwantedReason: Reason = {
  from: 'setting',
  at: 'quote.foreignLines',
  text: 'added in the PSA; lines of people are to be removed',
};

function removedLine(line: StoredQuoteLine, reason: Reason): LineOperation {
  return {
    action: 'remove',
    key: line.key ?? line.id,
    id: line.id,
    label: line.name ?? line.id,
    removed: line,
    reasons: { action: reason },
  };
}

function sameContent(wanted: WantedLine | undefined, line: StoredQuoteLine): boolean {
  return (
    wanted !== undefined &&
    (['name', 'quantity', 'price', 'billingPeriod'] as const).every((field) =>
      equalJson(wanted.fields[field], line[field]),
    )
  );
}

function shorten(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
