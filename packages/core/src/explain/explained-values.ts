import { equalJson } from '../base/canonical-json.js';
import type { KeptField } from '../plan/operation.js';
import type { Ownership } from '../plan/ownership.js';
import type { Plan } from '../plan/plan.js';
import type { ExplainedValue } from './explanation.js';
import { ownershipSetting } from './ownership-setting.js';
import type { Subject } from './subject.js';

/** Each value of a record: what is wanted, what is there, and what becomes of it. */
export function explainedValues(plan: Plan, subject: Subject): readonly ExplainedValue[] {
  const { wanted = {}, reasons = {}, record, names } = subject;
  return Object.entries(wanted).map(([field, want]): ExplainedValue => {
    const kept = subject.kept?.find((entry) => entry.field === field);
    const outcome = outcomeOf(subject, field, kept);
    const before = kept?.theirs ?? (outcome === 'created' ? undefined : subject.before?.[field]);
    const ownership =
      record === undefined ? undefined : (plan.ownership[record][field] ?? kept?.ownership ?? 'shared');
    const setting = record === undefined ? undefined : ownershipSetting(record, field);
    const reason = reasons[field];
    return {
      at: `${names[0]}.${field}`,
      field,
      wanted: want,
      ...(before === undefined || before === null ? {} : { before }),
      after: kept === undefined ? want : kept.theirs,
      outcome,
      ...(ownership === undefined ? {} : { ownership }),
      ...(setting === undefined ? {} : { ownershipSetting: setting }),
      ...(kept?.lastWritten === undefined ? {} : { lastWritten: kept.lastWritten }),
      decision: decisionOf(outcome, ownership, { want, before }),
      ...(reason === undefined ? {} : { reason }),
    };
  });
}

function outcomeOf(
  { action, written = [] }: Subject,
  field: string,
  kept: KeptField | undefined,
): ExplainedValue['outcome'] {
  if (action === 'create') return 'created';
  if (kept !== undefined) return 'kept';
  return written.includes(field) ? 'changed' : 'unchanged';
}

function decisionOf(
  outcome: ExplainedValue['outcome'],
  ownership: Ownership | undefined,
  { want, before }: { readonly want: unknown; readonly before: unknown },
): string {
  switch (outcome) {
    case 'created':
      return 'written, because the record is new';
    case 'kept':
      return ownership === 'theirs'
        ? 'left as it is: the PSA decides about it once the record is there'
        : 'left as it is: a person has changed it in the PSA since it was written last';
    case 'changed':
      if (ownership === 'ours') return 'written, because the document decides about it, whoever changed it';
      if (ownership === 'shared')
        return 'written, because no person is known to have changed it in the PSA since it was written last';
      return 'written, because the PSA has something else';
    case 'unchanged':
      return before === undefined || before === null || !equalJson(want, before)
        ? 'nothing to write: it was written like this before, as far as the PSA shows it'
        : 'nothing to write: the PSA has it already';
  }
}
