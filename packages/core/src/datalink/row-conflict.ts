import type { Problem } from '@quotebridge/mapping-rules';
import type { Conflict } from '../plan/plan.js';
import { listDocumentFields, problemConflict } from '../rules/problem-conflict.js';
import type { RulePlaces } from '../rules/rule-places.js';
import type { DataLinkRow } from '../settings/push-policy.js';

/** A problem of a DataLink row: one side names a field of a record, which the PSA lists, the other one of documents. */
export function rowConflict(
  problem: Problem,
  row: Pick<DataLinkRow, 'on' | 'object'> | undefined,
  places: RulePlaces,
): Conflict {
  const placed = { ...problem, path: `/dataLink${problem.path}` };
  if (problem.code !== 'dataLink.unknownField' || row === undefined) return problemConflict(placed, places);
  const ofRecord = problem.path.endsWith(row.on === 'save' ? '/to' : '/from');
  const next = `List the fields of ${row.object} with: quotebridge datalink fields ${row.object}`;
  return problemConflict(placed, places, ofRecord ? next : listDocumentFields);
}
