import type { CallOptions } from './call-options.js';
import type { RecordId } from './records.js';

/** The records that DataLink reads and writes. Lines of a quote are one of them. */
export const dataLinkObjects = ['users', 'clients', 'opportunities', 'quotes', 'lineItems'] as const;
export type DataLinkObject = (typeof dataLinkObjects)[number];

export type FieldType = 'text' | 'number' | 'date' | 'boolean' | 'choice';

/** One field of the PSA that DataLink may name, custom fields included. */
export interface FieldDescription {
  /** As the PSA names it, such as `CFLeadSource`. */
  readonly name: string;
  /** As people see it. */
  readonly label: string;
  readonly type: FieldType;
  readonly custom: boolean;
  readonly readable: boolean;
  readonly writable: boolean;
  /** A new record is refused while it is empty. For a type of opportunity only: the ids of those ticket types. */
  readonly required: boolean | readonly RecordId[];
  /** Longest text, in characters; undefined: not known. */
  readonly maximumLength?: number;
  /** What a `choice` may be, by name. */
  readonly choices?: readonly string[];
}

/**
 * Values by field name, as text: a number as decimal text, a date as `yyyy-mm-dd`, a boolean as `true` or `false`, a
 * choice by its name. Empty text: not filled.
 */
export type FieldValues = Readonly<Record<string, string>>;

/**
 * DataLink's side of the PSA. Values of opportunities, quotes and lines travel with those records (`linked`); clients
 * and users, which Quotebridge does not write otherwise, are read and written here.
 */
export interface FieldPort {
  list(object: DataLinkObject, options?: CallOptions): Promise<readonly FieldDescription[]>;
  /** The named fields of one client or user. Undefined: there is no such record. */
  read(
    object: 'clients' | 'users',
    id: RecordId,
    names: readonly string[],
    options?: CallOptions,
  ): Promise<FieldValues | undefined>;
  /** Writes the given fields of one client or user and leaves all others. Writing the same again changes nothing. */
  write(object: 'clients' | 'users', id: RecordId, values: FieldValues, options?: CallOptions): Promise<void>;
}
