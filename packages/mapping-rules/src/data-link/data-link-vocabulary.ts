import type { DataLinkObject } from './data-link-row.js';

/** `unknown`: nothing is known of the field but its name; it takes any text and may go anywhere. */
export type DataLinkFieldType = 'text' | 'number' | 'date' | 'boolean' | 'choice' | 'unknown';

export interface DataLinkField {
  readonly name: string;
  /** As people see it; it helps to tell which field was meant. */
  readonly label?: string;
  /** Other spellings of the same field, unless a field has one as its own name. Fields of documents only. */
  readonly otherNames?: readonly string[];
  readonly type: DataLinkFieldType;
  /** Absent: true. */
  readonly readable?: boolean;
  /** Absent: true. */
  readonly writable?: boolean;
  /** Longest text, in characters. */
  readonly maximumLength?: number;
  /** What a `choice` may be. */
  readonly choices?: readonly string[];
}

/** The fields that rows may name. */
export interface DataLinkVocabulary {
  readonly header: readonly DataLinkField[];
  readonly line: readonly DataLinkField[];
  /** A record that is absent cannot be linked. Without any list, records take every name. */
  readonly records?: Readonly<Partial<Record<DataLinkObject, readonly DataLinkField[]>>>;
}
