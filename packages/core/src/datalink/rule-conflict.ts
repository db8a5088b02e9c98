import type { RuleError } from '@quotebridge/mapping-rules';
import type { Conflict } from '../plan/plan.js';
import type { DataLinkRow } from '../settings/push-policy.js';

const listDocumentFields = 'List the fields of documents with: quotebridge datalink fields document';

/** A fault of a rule as a question about the setting that holds it. */
export function ruleConflict(fault: RuleError, setting: string, next = nextStep(fault)): Conflict {
  return {
    about: setting,
    message: fault.message,
    next,
    candidates: fault.suggestions.map((name) => ({ id: name, name })),
  };
}

/** A fault of a DataLink row: one side names a field of a record, which the PSA lists, the other one of documents. */
export function rowConflict(
  fault: RuleError,
  setting: string,
  row: Pick<DataLinkRow, 'on' | 'object'> | undefined,
): Conflict {
  if (fault.code !== 'dataLink.unknownField' || row === undefined) return ruleConflict(fault, setting);
  const ofRecord = (fault.path ?? '').endsWith(row.on === 'save' ? '/to' : '/from');
  const next = `List the fields of ${row.object} with: quotebridge datalink fields ${row.object}`;
  return ruleConflict(fault, setting, ofRecord ? next : listDocumentFields);
}

function nextStep({ code, expected }: RuleError): string {
  if (code === 'dataLink.valueRefused') return 'Correct the value in the document, or take the row away.';
  if (code === 'macro.unknownField' || code === 'partNumber.unknownField') return listDocumentFields;
  return `Correct it: expected ${expected}.`;
}

/** The setting that a JSON pointer leads to from a page or one of its properties: `/3/to` → `dataLink.rows.3.to`. */
export function settingAt(base: string, pointer: string | undefined): string {
  const steps = (pointer ?? '').split('/').slice(1);
  return [base, ...steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))].join('.');
}
