import type { ListReader } from '../base/list-reader.js';
import type { DataLinkObject, FieldDescription } from '../contract/field-port.js';

/** The fields of a record of the PSA. */
export type FieldReader = ListReader<DataLinkObject, FieldDescription>;
