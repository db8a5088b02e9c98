import type { RecordId, StoredQuoteLine } from '../contract/records.js';
import type { LineOperation } from '../plan/operation.js';
import type { PlanWarning } from '../plan/plan.js';
import type { BeforeLine } from '../state/before-image-store.js';
import type { Binding } from '../state/state-store.js';
import { changedLine } from './changed-line.js';
import { linePositions } from './line-fields.js';
import { inFormerOrder, placeLines } from './place-lines.js';
import { foreignLine, keptLine, lineAgain, restoredLine, type StandingLine } from './standing-line.js';
import { undoReasons } from './undo-reasons.js';

export interface UndoLinesInput {
  readonly lines: readonly BeforeLine[];
  readonly stored: readonly StoredQuoteLine[];
  /** Line bindings of the family, before the push and now. */
  readonly bindings: { readonly before: readonly Binding[]; readonly now: readonly Binding[] };
}

export interface UndoneLines {
  /** Complete and in order; removed lines last. */
  readonly operations: readonly LineOperation[];
  readonly warnings: readonly PlanWarning[];
  readonly changed: boolean;
}

interface NamedLine {
  readonly line: StoredQuoteLine;
  /** Undefined: a line that a person added. */
  readonly key: string | undefined;
}

/**
 * The lines of a quote as they stood before a push: what it changed is put back, what it added goes, what it removed comes
 * again. Lines that people added or changed since stay as they are.
 */
export function undoLines({ lines, stored, bindings }: UndoLinesInput): UndoneLines {
  const changes = new Map(lines.map((line) => [line.key, line]));
  const bound = new Map([...bindings.before, ...bindings.now].map((binding) => [binding.key, binding]));
  const keyOf = keysById(lines, bindings.now);
  const warnings: PlanWarning[] = [];
  const named = [...stored]
    .sort((left, right) => (left.position ?? 0) - (right.position ?? 0))
    .map((line): NamedLine => ({ line, key: line.key ?? keyOf.get(line.id) }));
  const there = new Set(named.map(({ key }) => key));
  const leaving = leavingLines(named, changes, warnings);

  const standing = named.flatMap(({ line, key }): readonly StandingLine[] => {
    if (leaving.has(line.id)) return [];
    if (key === undefined) return [foreignLine(line)];
    const change = changes.get(key);
    if (change === undefined || change.created) return [keptLine(line, key, bound.get(key))];
    return [restoredLine(line, change, bound.get(key), warnings)];
  });
  const again = lines.flatMap((line): readonly StandingLine[] => {
    const { key, removed } = line;
    if (removed === undefined || there.has(key)) return [];
    if (removed.key === undefined && !bound.has(key)) warnings.push(nowOurs(line));
    return [lineAgain(line, removed, bound.get(key))];
  });
  const ordered = inFormerOrder([...standing, ...again], linePositions(lines, bindings.before));
  const operations = [
    ...placeLines(ordered),
    ...named.filter(({ line }) => leaving.has(line.id)).map(removedLine),
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

/** Lines that the push added and that nobody has changed since. A heading stays as long as a line below it does. */
function leavingLines(
  named: readonly NamedLine[],
  changes: ReadonlyMap<string, BeforeLine>,
  warnings: PlanWarning[],
): ReadonlySet<RecordId> {
  const leaving = new Set<RecordId>();
  for (const { line, key } of named) {
    const change = key === undefined ? undefined : changes.get(key);
    if (change?.created !== true) continue;
    const fields = changedLine(change, line);
    if (fields.length === 0) leaving.add(line.id);
    else warnings.push(staysChanged(change, fields));
  }
  const needed = new Set(named.flatMap(({ line }) => (leaving.has(line.id) ? [] : (line.groupKey ?? []))));
  for (const { line, key } of named) {
    if (key !== undefined && needed.has(key) && leaving.delete(line.id)) {
      const message = `The heading “${line.name ?? key}” stays, because a line below it does.`;
      warnings.push({ about: `quote line ${key}`, message });
    }
  }
  return leaving;
}

function staysChanged({ key, label }: BeforeLine, fields: readonly string[]): PlanWarning {
  return {
    about: `quote line ${key}`,
    message: `The line “${label}” that the push added was changed in the PSA since (${fields.join(', ')}) and stays.`,
  };
}

function nowOurs({ key, label }: BeforeLine): PlanWarning {
  return {
    about: `quote line ${key}`,
    message: `The line “${label}” was a person's; it is added again as one of ours.`,
  };
}

function removedLine({ line, key = line.id }: NamedLine): LineOperation {
  const label = line.name ?? key;
  return {
    action: 'remove',
    key,
    id: line.id,
    label,
    removed: line,
    reasons: { action: undoReasons.lineAdded },
  };
}
