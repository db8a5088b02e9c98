import type { SourceInput, DocumentSource } from '../contract/document-source.js';
import { documentSchema } from '../domain/document.schema.js';
import type { QuoteDocument } from '../domain/document.js';
import { normaliseDocument } from '../domain/normalise-document.js';
import { QuotebridgeError } from '../errors/quotebridge-error.js';
import { compileValidator, type Validator } from '../settings/compile-validator.js';
import type { ReadDocument } from './engine-types.js';

let validator: Validator<QuoteDocument> | undefined;

/** Reads a file with the first source that recognises it, and validates every document against the schema. */
export async function readDocuments(
  input: SourceInput,
  sources: AsyncIterable<{ readonly displayName: string; readonly source: DocumentSource }>,
): Promise<readonly ReadDocument[]> {
  const tried: string[] = [];
  for await (const { displayName, source } of sources) {
    tried.push(displayName);
    if (!source.accepts(input)) continue;
    const documents = await source.read(input);
    return documents.map(({ number, content, faults }) => validated(number, content, faults));
  }
  throw noSourceFor(input.name, tried);
}

/** @param tried names of the sources that did not recognise it */
export function noSourceFor(file: string, tried: readonly string[]): QuotebridgeError {
  return new QuotebridgeError(
    'document.invalid',
    `The file ${file} is not a document that can be read: expected one of ${tried.join(', ')}.`,
    { next: 'Export the documents again, or install a plugin that reads this form.' },
  );
}

/** One document as a source has read it, checked against the schema and for contradictions. */
export function validated(number: string, content: unknown, faults: ReadDocument['faults']): ReadDocument {
  if (faults.length > 0) return { number, ...recognised(content), faults };
  validator ??= compileValidator<QuoteDocument>(documentSchema);
  const { value, faults: found } = validator.validate(content);
  if (found.length > 0) return { number, ...recognised(content), faults: found };
  const { document, faults: contradictions } = normaliseDocument(value);
  return contradictions.length > 0
    ? { number, ...recognised(content), faults: contradictions }
    : { number, document, faults: [] };
}

/** What tells a document with faults from others. */
function recognised(content: unknown): Pick<ReadDocument, 'type' | 'name'> {
  const { type, name } = (content ?? {}) as { readonly type?: unknown; readonly name?: unknown };
  return {
    ...(typeof type === 'string' && type !== '' ? { type } : {}),
    ...(typeof name === 'string' && name !== '' ? { name } : {}),
  };
}
