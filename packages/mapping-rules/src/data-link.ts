export { compileDataLink } from './data-link/compile-data-link.js';
export type {
  CompiledDataLink,
  DataLinkAlternative,
  DataLinkResult,
  DataLinkValue,
  DataLinkValues,
} from './data-link/compiled-data-link.js';
export type { DataLinkAddress, DataLinkObject, DataLinkRow } from './data-link/data-link-row.js';
export type {
  DataLinkField,
  DataLinkFieldType,
  DataLinkVocabulary,
} from './data-link/data-link-vocabulary.js';
export { documentField } from './data-link/document-field.js';
