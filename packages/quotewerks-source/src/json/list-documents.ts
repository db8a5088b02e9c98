export interface ListedDocument {
  /** JSON pointer in the file. */
  readonly at: string;
  readonly content: unknown;
}

/** The documents of a parsed file: one, a list, or `{ "documents": [...] }`. Undefined: none of these. */
export function listDocuments(value: unknown): readonly ListedDocument[] | undefined {
  if (Array.isArray(value)) return list(value, '');
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('documents' in value)) return [{ at: '', content: value }];
  return Array.isArray(value.documents) ? list(value.documents, '/documents') : undefined;
}

function list(values: readonly unknown[], at: string): readonly ListedDocument[] {
  return values.map((content, index) => ({ at: `${at}/${index}`, content }));
}
