import type { QuoteLineFields, RecordId, StoredQuoteLine } from '../contract/records.js';
import { movedLines } from '../plan/moved-lines.js';
import type { LineOperation } from '../plan/operation.js';
import type { PlanWarning } from '../plan/plan.js';
import type { Reason, Reasons } from '../plan/reason.js';
import type { BeforeLine } from '../state/before-image-store.js';
import type { Binding } from '../state/state-store.js';
import { keptFields, leftWarnings } from './left-fields.js';
import { lineFields, linePositions } from './line-fields.js';
import { changedSince, restoreFields } from './restore-fields.js';

export interface UndoLinesInput {
  readonly lines: readonly BeforeLine[];
  readonly stored: readonly StoredQuoteLine[];
  /** Line bindings of the family, before the push and now. */
  readonly bindings: { readonly before: readonly Binding[]; readonly now: readonly Binding[] };
  /** Why a line is what it will be. */
  readonly reason: Reason;
}

export interface UndoneLines {
  /** Complete and in order; removed lines last. */
  readonly operations: readonly LineOperation[];
  readonly warnings: readonly PlanWarning[];
  readonly changed: boolean;
}

/** A line as it is to stand; `restored` names what changes. */
interface Standing {
  readonly key: string;
  readonly now: StoredQuoteLine | undefined;
  readonly fields: QuoteLineFields;
  readonly label: string;
  readonly before: Partial<QuoteLineFields>;
  readonly kept: LineOperation['kept'];
  readonly isForeign: boolean;
}

/**
 * The lines of a quote as they stood before a push: what it changed is put back, what it added goes, what it removed comes
 * again. Lines that people added or changed since stay as they are.
 */
export function undoLines(input: UndoLinesInput): UndoneLines {
  const { lines, stored, bindings, reason } = input;
  const changes = new Map(lines.map((line) => [line.key, line]));
  const keyOf = keysById(lines, bindings.now);
  const warnings: PlanWarning[] = [];
  const inOrder = [...stored].sort((left, right) => (left.position ?? 0) - (right.position ?? 0));
  const named = inOrder.map((line) => ({ line, key: line.key ?? keyOf.get(line.id) }));
  const there = new Set(named.flatMap(({ key }) => key ?? []));

  const leaving = new Set(
    named
      .filter(({ line, key }) => key !== undefined && isToGo(line, changes.get(key), warnings))
      .map(({ line }) => line.id),
  );
  keepHeadings(named, leaving, warnings);

  const fieldsOf = (line: StoredQuoteLine, key: string): QuoteLineFields =>
    lineFields(line, bindings.now.find((binding) => binding.key === key) ?? bindings.before.find((binding) => binding.key === key));
  const standing = named.flatMap(({ line, key }): readonly Standing[] => {
    if (leaving.has(line.id)) return [];
    if (key === undefined) return [foreignLine(line)];
    return [restoredLine(line, key, changes.get(key), fieldsOf(line, key), warnings)];
  });
  const again = lines.flatMap((line): readonly Standing[] => {
    const { key, label, removed } = line;
    if (removed === undefined || there.has(key)) return [];
    if (removed.key === undefined && keyOf.get(removed.id) === undefined && !bindings.before.some((one) => one.key === key))
      warnings.push(nowOurs(line));
    const fields = fieldsOf(removed, key);
    return [{ key, label, now: undefined, fields, before: {}, kept: undefined, isForeign: false }];
  });

  const ordered = inFormerOrder([...standing, ...again], linePositions(lines, bindings.before));
  const operations = [
    ...placed(ordered, reason),
    ...inOrder
      .filter(({ id }) => leaving.has(id))
      .map((line) => removedLine(line, keyOf, { ...reason, text: `${reason.text}: the line was not there` })),
  ];
  return {
    operations,
    warnings,
    changed: operations.some(({ action }) => action !== 'keep' && action !== 'foreign'),
  };
}

function keysById(lines: readonly BeforeLine[], bindings: readonly Binding[]): ReadonlyMap<RecordId, string> {
  return new Map([
    ...bindings.map(({ recordId, key }) => [recordId, key] as const),
    ...lines.flatMap(({ id, key, removed }) =>
      id === undefined || removed !== undefined ? [] : [[id, key] as const],
    ),
  ]);
}

function isToGo(line: StoredQuoteLine, change: BeforeLine | undefined, warnings: PlanWarning[]): boolean {
  if (change?.created !== true) return false;
  const fields = changedSince({ ...change, wrote: withoutPlace(change) }, line);
  if (fields.length === 0) return true;
  warnings.push({
    about: `quote line ${change.key}`,
    message: `The line “${change.label}” that the push added was changed in the PSA since (${fields.join(', ')}) and stays.`,
  });
  return false;
}

/** Where a line stands is no sign that somebody worked on it; nor is a product whose id was not known yet. */
function withoutPlace({ wrote, created }: BeforeLine): BeforeLine['wrote'] {
  return Object.fromEntries(
    Object.entries(wrote).filter(
      ([field, value]) => field !== 'position' && !(created && field === 'itemId' && value === null),
    ),
  );
}

/** A heading stays as long as a line below it does. */
function keepHeadings(
  lines: readonly { readonly line: StoredQuoteLine; readonly key: string | undefined }[],
  leaving: Set<RecordId>,
  warnings: PlanWarning[],
): void {
  const needed = new Set(lines.flatMap(({ line }) => (leaving.has(line.id) ? [] : (line.groupKey ?? []))));
  for (const { line, key } of lines) {
    if (key === undefined || !needed.has(key) || !leaving.delete(line.id)) continue;
    const message = `The heading “${line.name ?? key}” stays, because a line below it does.`;
    warnings.push({ about: `quote line ${key}`, message });
  }
}

function restoredLine(
  line: StoredQuoteLine,
  key: string,
  change: BeforeLine | undefined,
  fields: QuoteLineFields,
  warnings: PlanWarning[],
): Standing {
  const label = change?.label ?? line.name ?? key;
  const base = { key, label, now: line, isForeign: false };
  if (change === undefined || change.created) return { ...base, fields, before: {}, kept: undefined };
  const restored = restoreFields({ ...change, wrote: withoutPlace(change) }, line);
  warnings.push(...leftWarnings(`quote line ${key}`, restored.left, `Line “${label}”: `));
  const { linked, ...wanted } = restored.wanted;
  const links = linked === undefined ? {} : { linked: { ...fields.linked, ...(linked as object) } };
  return {
    ...base,
    fields: { ...fields, ...wanted, ...links },
    before: restored.before as Partial<QuoteLineFields>,
    kept: restored.left.length === 0 ? undefined : keptFields(restored.left),
  };
}

function foreignLine(line: StoredQuoteLine): Standing {
  const fields = lineFields(line, undefined);
  const label = line.name ?? line.id;
  return { key: line.id, label, now: line, fields, before: {}, kept: undefined, isForeign: true };
}

function nowOurs({ key, label }: BeforeLine): PlanWarning {
  return {
    about: `quote line ${key}`,
    message: `The line “${label}” was a person's; it is added again as one of ours.`,
  };
}

/** Ours in the order of before; a person's line stays behind the line that it stands behind now. */
function inFormerOrder(
  lines: readonly Standing[],
  positions: ReadonlyMap<string, number>,
): readonly Standing[] {
  const after = new Map<string | undefined, Standing[]>();
  let last: string | undefined;
  for (const line of lines) {
    if (line.isForeign) after.set(last, [...(after.get(last) ?? []), line]);
    else if (line.now !== undefined) last = line.key;
  }
  const placeOf = (line: Standing): number => positions.get(line.key) ?? line.fields.position;
  const ours = lines
    .filter(({ isForeign }) => !isForeign)
    .sort((left, right) => placeOf(left) - placeOf(right));
  return [...(after.get(undefined) ?? []), ...ours.flatMap((line) => [line, ...(after.get(line.key) ?? [])])];
}

function placed(lines: readonly Standing[], reason: Reason): readonly LineOperation[] {
  const moved = movedLines(
    lines.flatMap(({ key, now, isForeign }) =>
      now?.position === undefined || isForeign ? [] : [{ key, position: now.position }],
    ),
  );
  return lines.map((line, index): LineOperation => {
    const { key, label, now, fields, kept, isForeign } = line;
    if (isForeign && now !== undefined)
      return { action: 'foreign', key, id: now.id, label, reasons: { action: addedByPerson }, foreign: now };
    const wanted = { ...fields, position: index + 1 };
    if (now === undefined) return { action: 'create', key, label, wanted, reasons: { action: reason } };
    const place = moved.has(key) && now.position !== undefined ? { position: now.position } : {};
    const before = { ...line.before, ...place };
    const names = Object.keys(before);
    const reasons: Reasons = Object.fromEntries(names.map((field) => [field, reason]));
    return {
      action: names.length === 0 ? 'keep' : 'update',
      key,
      id: now.id,
      label,
      wanted,
      reasons,
      ...(kept === undefined ? {} : { kept }),
      ...(names.length === 0 ? {} : { before }),
    };
  });
}

const addedByPerson: Reason = { from: 'person', text: 'added in the PSA; it is not ours to change' };

function removedLine(
  line: StoredQuoteLine,
  keyOf: ReadonlyMap<RecordId, string>,
  reason: Reason,
): LineOperation {
  const key = line.key ?? keyOf.get(line.id) ?? line.id;
  return {
    action: 'remove',
    key,
    id: line.id,
    label: line.name ?? key,
    removed: line,
    reasons: { action: reason },
  };
}
