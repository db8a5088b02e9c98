import { RuleError } from '../error/rule-error.js';
import type { DataLinkAddress, DataLinkRow } from './data-link-row.js';
import type { DataLinkField, DataLinkVocabulary } from './data-link-vocabulary.js';
import type { LinkedRow } from './linked-row.js';
import { NamedFields } from './named-fields.js';
import { notReadable, notWritable, unknownField, wrongType } from './row-faults.js';

const addresses: readonly DataLinkAddress[] = ['soldTo', 'shipTo', 'billTo'];
const prefixes = { soldTo: 'SoldTo', shipTo: 'ShipTo', billTo: 'BillTo' } as const;
const relative = '***';

/** The vocabulary by name. */
export interface DataLinkNames {
  readonly header: NamedFields;
  readonly line: NamedFields;
  readonly records: ReadonlyMap<string, NamedFields>;
}

export function namesOf(vocabulary: DataLinkVocabulary): DataLinkNames {
  const records = Object.entries(vocabulary.records).map(
    ([object, fields]) => [object, new NamedFields(fields)] as const,
  );
  return {
    header: new NamedFields(vocabulary.header, 'DocumentHeaders'),
    line: new NamedFields(vocabulary.line, 'DocumentItems'),
    records: new Map(records),
  };
}

/** What a row does, once for each address that it is about, and everything that is wrong with it. */
export function resolveRow(
  row: DataLinkRow,
  index: number,
  names: DataLinkNames,
): { readonly linked: readonly LinkedRow[]; readonly faults: readonly RuleError[] } {
  const event = row.on === 'save' ? 'save' : 'choose';
  const record = names.records.get(row.object);
  if (event === 'choose' && row.object !== 'users' && row.object !== 'clients') {
    const message = `Row ${index + 1} reads ${row.object} when an address is chosen, which are not known then.`;
    return refused('dataLink.wrongObject', message, `/${index}/object`, 'users or clients');
  }
  if (record === undefined) {
    const message = `Row ${index + 1} is about ${row.object}, whose fields cannot be ${event === 'save' ? 'written' : 'read'} here.`;
    return refused(
      'dataLink.wrongObject',
      message,
      `/${index}/object`,
      [...names.records.keys()].join(', ') || 'no row',
    );
  }
  const document = row.object === 'lineItems' ? names.line : names.header;
  const faults: RuleError[] = [];
  const field = (
    side: 'from' | 'to',
    name: string,
    within: NamedFields,
    owner: string,
  ): DataLinkField | undefined => {
    const found = within.find(name.trim());
    if (found === undefined) faults.push(unknownField(index, side, name, within, owner));
    return found;
  };
  const ours = row.object === 'lineItems' ? 'the lines of the document' : 'the document';
  const linked: LinkedRow[] = [];
  if (event === 'save') {
    const source = field('from', row.from, document, ours);
    const target = field('to', row.to, record, row.object);
    if (source !== undefined && target !== undefined) {
      const fault =
        target.writable === false
          ? notWritable(index, row.to, row.object)
          : wrongType(index, event, source, target);
      if (fault === undefined) linked.push({ row: index, on: 'save', object: row.object, source, target });
      else faults.push(fault);
    }
    return { linked, faults };
  }
  const source = field('from', row.from, record, row.object);
  if (source?.readable === false) faults.push(notReadable(index, row.from, row.object));
  for (const on of row.on === 'address' ? addresses : [row.on as DataLinkAddress]) {
    const name = row.to.trim();
    const target = field(
      'to',
      name.startsWith(relative) ? prefixes[on] + name.slice(relative.length) : name,
      document,
      ours,
    );
    if (target === undefined) break;
    if (target.writable === false) {
      faults.push(notWritable(index, target.name, ours));
      break;
    }
    if (source === undefined || source.readable === false) continue;
    const fault = wrongType(index, event, source, target);
    if (fault !== undefined) {
      faults.push(fault);
      break;
    }
    linked.push({ row: index, on, object: row.object, source, target });
  }
  return faults.length === 0 ? { linked, faults } : { linked: [], faults };
}

function refused(
  code: 'dataLink.wrongObject',
  message: string,
  path: string,
  expected: string,
): { readonly linked: readonly LinkedRow[]; readonly faults: readonly RuleError[] } {
  return { linked: [], faults: [new RuleError(code, message, { path, expected })] };
}
