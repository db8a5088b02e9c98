import type { QuoteDocument } from '../domain/document.js';
import { headerFields, lineFields } from '../resolve/line-scope.js';
import { headerVocabulary, lineVocabulary } from './document-fields.js';
import type { FieldType } from '../contract/field-port.js';

/** A field of documents under the name that macros and DataLink rows know. */
export interface DocumentField {
  readonly area: 'header' | 'line';
  /** As QuoteWerks names the column, such as `DocNo`. */
  readonly name: string;
  /** As macros write it: `&DH_DocNo`. Undefined: its name has letters that a macro cannot have. */
  readonly macro?: string;
  readonly type: FieldType;
  /** Its place in the JSON form, such as `soldTo.company`; undefined: it stands in `fields`. */
  readonly place?: string;
  /** In the document; of lines the first that is filled. Undefined: no document was named. */
  readonly value?: string;
}

const macroPrefixes = { header: '&DH_', line: '&DI_' } as const;

/** Every field of documents that settings may name: the known ones and, of a document, whatever else it has. */
export function listDocumentFields(document?: QuoteDocument): readonly DocumentField[] {
  const header = document === undefined ? {} : headerFields(document);
  const lines = (document?.lines ?? []).map(lineFields);
  const valueIn = (records: readonly Readonly<Record<string, string>>[], name: string): string =>
    records
      .map((record) => (Object.hasOwn(record, name) ? (record[name] ?? '') : ''))
      .find((value) => value !== '') ?? '';
  const list = (
    area: DocumentField['area'],
    vocabulary: ReturnType<typeof headerVocabulary>,
    records: readonly Readonly<Record<string, string>>[],
  ): readonly DocumentField[] =>
    vocabulary
      .map(({ name, type, label }) => ({
        area,
        name,
        ...(/^[a-z0-9]+$/i.test(name) ? { macro: macroPrefixes[area] + name } : {}),
        type: type === 'unknown' ? 'text' : type,
        ...(label === undefined ? {} : { place: label }),
        ...(document === undefined ? {} : { value: valueIn(records, name) }),
      }))
      .sort((one, other) => (one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1));
  return [
    ...list('header', headerVocabulary(document), [header]),
    ...list('line', lineVocabulary(document), lines),
  ];
}
