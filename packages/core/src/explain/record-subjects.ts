import type { LineOperation, OpportunityOperation, QuoteOperation } from '../plan/operation.js';
import type { BasisRecord, Plan } from '../plan/plan.js';
import { valuesOf, type Subject } from './subject.js';

/** The opportunity or the quote of a plan, without its lines. */
export function recordSubject(operation: OpportunityOperation | QuoteOperation, plan: Plan): Subject {
  const { kind, id, action, image, wanted, before, kept = [], reasons } = operation;
  const { record: reason, ...others } = reasons;
  return {
    names: [kind],
    label: id === undefined ? `new ${kind}` : `${kind} ${id}`,
    action,
    reason,
    wanted: valuesOf(image),
    written: Object.keys(valuesOf(wanted)),
    before: { ...valuesOf(seenOf(plan, kind)?.seen), ...valuesOf(before) },
    kept,
    reasons: others,
    record: kind,
  };
}

/** The lines of the quote: by their place in it, their key, or their item number; those to be removed by their key. */
export function lineSubjects(lines: readonly LineOperation[], plan: Plan): readonly Subject[] {
  const stored = new Map((quoteOf(plan)?.lines ?? []).map((line) => [line.id, line]));
  let place = 0;
  return lines.map((line): Subject => {
    const { action, key, id, label, wanted, ours, before, kept = [], reasons } = line;
    const isThere = action !== 'remove';
    if (isThere) place += 1;
    const own = isThere ? String(place) : key;
    const number = wanted?.itemNumber ?? '';
    const values = valuesOf({ ...wanted, ...ours, ...(linkedOf(line) ?? {}) });
    return {
      names: [
        `quote.lines.${own}`,
        ...(own === key ? [] : [`quote.lines.${key}`]),
        ...(number === '' || number === key ? [] : [`quote.lines.${number}`]),
      ],
      label: isThere ? `line ${place} “${label}”` : `line “${label}”`,
      action,
      reason: reasons['action'],
      wanted: values,
      written: action === 'create' ? Object.keys(values) : Object.keys(valuesOf(before)),
      before: { ...valuesOf(id === undefined ? undefined : stored.get(id)), ...valuesOf(before) },
      kept,
      reasons,
      record: 'lines',
    };
  });
}

/** The document's values of DataLink, those that stay as a person left them included. */
function linkedOf({ wanted, ours }: LineOperation): { readonly linked: object } | undefined {
  const linked = { ...wanted?.linked, ...ours?.linked };
  return Object.keys(linked).length === 0 ? undefined : { linked };
}

function seenOf({ basis }: Plan, kind: BasisRecord['kind']): BasisRecord | undefined {
  return basis.find((record) => record.kind === kind);
}

function quoteOf({ basis }: Plan): (BasisRecord & { readonly kind: 'quote' })['seen'] | undefined {
  return basis.find((record) => record.kind === 'quote')?.seen;
}
