import { makeProblem } from '../problem/make-problem.js';
import type { RunCode } from '../problem/problem-codes.js';
import type { Problem } from '../problem/problem.js';
import { shown } from '../problem/shown.js';
import { addressPrefixes } from '../vocabulary/address-columns.js';
import type { DataLinkAddress, DataLinkRow } from './data-link-row.js';
import type { DataLinkField, DataLinkVocabulary } from './data-link-vocabulary.js';
import type { LinkedRow } from './linked-row.js';
import { anyFields, NamedFields, type FieldFinder } from './named-fields.js';
import { typeFault } from './type-fault.js';

/** The vocabulary by name. */
export interface DataLinkNames {
  readonly header: FieldFinder;
  readonly line: FieldFinder;
  /** Undefined: records take every name. */
  readonly records: ReadonlyMap<string, FieldFinder> | undefined;
}

export function namesOf({ header, line, records }: DataLinkVocabulary): DataLinkNames {
  return {
    header: new NamedFields(header, 'header'),
    line: new NamedFields(line, 'line'),
    records:
      records &&
      new Map(Object.entries(records).map(([object, fields]) => [object, new NamedFields(fields)])),
  };
}

/** What a row does, once for each address that it is about, and everything that is wrong with it. */
export function resolveRow(
  { on, object, from, to }: DataLinkRow,
  row: number,
  names: DataLinkNames,
): { readonly linked: readonly LinkedRow[]; readonly problems: readonly Problem[] } {
  const saving = on === 'save';
  const problems: Problem[] = [];
  const linked: LinkedRow[] = [];
  const refuse = (
    code: RunCode,
    key: 'object' | 'from' | 'to',
    what: string,
    expected: string,
    meant: readonly DataLinkField[] = [],
  ): void => {
    const suggestions = meant.map(({ name }) => name);
    const more = { suggestions, shown: meant.map(labelled) };
    problems.push(makeProblem(code, `/${row}/${key}`, `Row ${row + 1}: ${what}.`, expected, more));
  };
  const done = (): ReturnType<typeof resolveRow> => ({
    linked: problems.length === 0 ? linked : [],
    problems,
  });

  const record = names.records === undefined ? anyFields : names.records.get(object);
  if (!saving && object !== 'users' && object !== 'clients') {
    const what = `${object} are not known when an address is chosen`;
    refuse('dataLink.wrongObject', 'object', what, 'users or clients');
    return done();
  }
  if (record === undefined) {
    const known = [...(names.records?.keys() ?? [])].join(', ');
    refuse('dataLink.wrongObject', 'object', `the fields of ${object} are not known here`, known || 'no row');
    return done();
  }
  const [document, ours] =
    object === 'lineItems'
      ? ([names.line, 'the lines of the document'] as const)
      : ([names.header, 'the document'] as const);
  const field = (key: 'from' | 'to', name: string, ofRecord: boolean): DataLinkField | undefined => {
    const [fields, owner] = ofRecord ? [record, object] : [document, ours];
    const found = fields.find(name);
    const can = key === 'from' ? 'read' : 'written';
    if (found === undefined) {
      const has = owner === 'the document' ? 'has' : 'have';
      const what = `${owner} ${has} no field ${shown(name)}`;
      refuse('dataLink.unknownField', key, what, `a field of ${owner}`, fields.suggest(name));
    } else if ((key === 'from' ? found.readable : found.writable) === false) {
      const what = `the field ${found.name} of ${owner} cannot be ${can}`;
      refuse(
        `dataLink.not${key === 'from' ? 'Readable' : 'Writable'}`,
        key,
        what,
        `a field that can be ${can}`,
      );
    } else return found;
    return undefined;
  };

  const source = field('from', from.trim(), !saving);
  const targets =
    on === 'address' ? (Object.keys(addressPrefixes) as readonly DataLinkAddress[]) : ([on] as const);
  for (const each of targets) {
    const name = to.trim();
    const full = each === 'save' ? name : name.replace(/^\*{3}/, addressPrefixes[each]);
    const target = field('to', full, saving);
    if (target === undefined) break;
    if (source === undefined) continue;
    const expected = typeFault(saving ? 'save' : 'choose', source.type, target.type);
    if (expected !== undefined) {
      const what = `${source.name} (${source.type}) cannot go to ${target.name} (${target.type})`;
      refuse('dataLink.wrongType', 'to', `${what}: expected ${expected}`, expected);
      break;
    }
    linked.push({ row, on: each, object, source, target });
  }
  return done();
}

/** With the label: a person may have typed it in place of the name. */
function labelled({ name, label = '' }: DataLinkField): string {
  return label === '' || label === name ? name : `${name} (“${label}”)`;
}
