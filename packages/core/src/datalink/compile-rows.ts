import { compileDataLink, type CompiledDataLink, type DataLinkVocabulary } from '@quotebridge/mapping-rules';
import type { ContactManager } from '../contract/contact-manager.js';
import type { QuoteDocument } from '../domain/document.js';
import type { Conflict } from '../plan/plan.js';
import type { DataLinkRow, PushPolicy } from '../settings/push-policy.js';
import { headerVocabulary, lineVocabulary } from './document-fields.js';
import type { FieldReader } from './field-reader.js';
import { ruleConflict, settingAt } from './rule-conflict.js';

export interface CompiledRows {
  readonly rules: CompiledDataLink;
  readonly conflicts: readonly Conflict[];
}

/**
 * The DataLink table against the fields that the PSA and the document have. A list that is remembered is read once more
 * when a row names something that it does not have. Without rows nothing is asked.
 */
export async function compileRows(
  contactManager: Pick<ContactManager, 'fields'>,
  policy: Pick<PushPolicy, 'dataLink'>,
  document: QuoteDocument | undefined,
  read: FieldReader,
): Promise<CompiledRows> {
  const { rows } = policy.dataLink;
  const header = rows.length === 0 ? [] : headerVocabulary(document);
  const line = rows.some((row) => row.object === 'lineItems') ? lineVocabulary(document) : [];
  if (rows.length === 0) return { rules: compileDataLink([], { header, line, records: {} }), conflicts: [] };
  if (contactManager.fields === undefined) {
    return { rules: compileDataLink([], { header, line, records: {} }), conflicts: [noFields()] };
  }
  const objects = [...new Set(rows.map((row) => row.object))];
  const readings = await Promise.all(objects.map(async (object) => [object, await read(object)] as const));
  let records = Object.fromEntries(readings.map(([object, { entries }]) => [object, entries]));
  let rules = compile(rows, { header, line, records });
  const old = readings.filter(([, { fresh }]) => !fresh).map(([object]) => object);
  if (old.length > 0 && rules.faults.length > 0) {
    const faulty = new Set(rules.faults.map((fault) => rows[Number(fault.path?.split('/')[1])]?.object));
    const again = await Promise.all(
      old
        .filter((object) => faulty.has(object))
        .map(async (object) => [object, (await read(object, { fresh: true })).entries] as const),
    );
    records = { ...records, ...Object.fromEntries(again) };
    rules = compile(rows, { header, line, records });
  }
  return {
    rules,
    conflicts: rules.faults.map((fault) => ruleConflict(fault, settingAt('dataLink.rows', fault.path))),
  };
}

function compile(rows: readonly DataLinkRow[], vocabulary: DataLinkVocabulary): CompiledDataLink {
  return compileDataLink(rows, vocabulary);
}

function noFields(): Conflict {
  return {
    about: 'dataLink.rows',
    message: 'The settings have DataLink rows, but the PSA of this connection offers no fields for them.',
    next: 'Remove the rows (dataLink.rows).',
    candidates: [],
  };
}
