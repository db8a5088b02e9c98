import type { Problem } from '@quotebridge/mapping-rules';
import { compileDataLink, type CompiledDataLink } from '@quotebridge/mapping-rules/data-link';
import type { ContactManager } from '../contract/contact-manager.js';
import type { QuoteDocument } from '../domain/document.js';
import type { Conflict } from '../plan/plan.js';
import type { ConnectionRules } from '../rules/connection-rules.js';
import type { RulePlaces } from '../rules/rule-places.js';
import type { DataLinkRow, PushPolicy } from '../settings/push-policy.js';
import { headerVocabulary, lineVocabulary } from './document-fields.js';
import type { FieldReader } from './field-reader.js';
import { rowConflict } from './row-conflict.js';

export interface CompiledRows {
  readonly rules: CompiledDataLink;
  readonly conflicts: readonly Conflict[];
}

/** The rows, and where people find them. */
export interface DataLinkRows {
  readonly policy: Pick<PushPolicy, 'dataLink'>;
  readonly rules: Pick<ConnectionRules, 'places' | 'ruleSet'>;
}

/**
 * The DataLink table against the fields that the PSA and the document have. A list that is remembered is read once more
 * when a row names something that it does not have. Without rows nothing is asked.
 */
export async function compileRows(
  contactManager: Pick<ContactManager, 'fields'>,
  { policy, rules: { places, ruleSet } }: DataLinkRows,
  document: QuoteDocument | undefined,
  read: FieldReader,
  /** `choose`: rows for saving are not looked at. */
  events: 'choose' | 'all' = 'all',
): Promise<CompiledRows> {
  const { rows } = policy.dataLink;
  const used = rows.filter((row) => events === 'all' || row.on !== 'save');
  const header = used.length === 0 ? [] : headerVocabulary(document, ruleSet.fields);
  const line = used.some((row) => row.object === 'lineItems') ? lineVocabulary(document, ruleSet.fields) : [];
  const none = compileDataLink([], { header, line, records: {} });
  if (used.length === 0) return { rules: none, conflicts: [] };
  if (contactManager.fields === undefined) return { rules: none, conflicts: [noFields(places)] };

  const objects = [...new Set(used.map((row) => row.object))];
  const readings = await Promise.all(objects.map(async (object) => [object, await read(object)] as const));
  const records = Object.fromEntries(readings.map(([object, { entries }]) => [object, entries]));
  const rowOf = ({ path }: Problem): DataLinkRow | undefined => rows[Number(path.split('/')[1])];
  const problemsOf = ({ problems }: CompiledDataLink): readonly Problem[] =>
    problems.filter((problem) => used.some((row) => row === rowOf(problem)));

  let rules = compileDataLink(rows, { header, line, records });
  const faulty = new Set(problemsOf(rules).map((problem) => rowOf(problem)?.object));
  const old = readings.filter(([object, { fresh }]) => !fresh && faulty.has(object));
  if (old.length > 0) {
    const again = await Promise.all(
      old.map(async ([object]) => [object, (await read(object, { fresh: true })).entries] as const),
    );
    rules = compileDataLink(rows, { header, line, records: { ...records, ...Object.fromEntries(again) } });
  }
  return {
    rules,
    conflicts: problemsOf(rules).map((problem) => rowConflict(problem, rowOf(problem), places)),
  };
}

function noFields(places: RulePlaces): Conflict {
  const about = places.at('/dataLink');
  return {
    about,
    message: 'There are DataLink rows, but the PSA of this connection offers no fields for them.',
    next: `Remove the rows (${about}).`,
    candidates: [],
  };
}
