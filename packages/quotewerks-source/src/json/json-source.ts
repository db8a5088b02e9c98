import type { DocumentSource, InputFault, SourceDocument, SourceInput } from '@quotebridge/core/plugin';
import { decodeText } from '../text/decode-text.js';
import { notSuchFile } from '../text/not-such-file.js';
import { recogniseFormat } from '../text/recognise-format.js';
import { listDocuments } from './list-documents.js';
import { locateJsonError } from './locate-json-error.js';

const next = 'Give one document, a list of documents, or { "documents": [...] }.';

/**
 * Documents as JSON in the form of the document schema (`urn:quotebridge:schema:document:1`). Only the text is
 * judged here: core validates what the documents hold.
 */
export class JsonSource implements DocumentSource {
  accepts(input: SourceInput): boolean {
    if (/\.json$/i.test(input.name)) return true;
    return /^\s*[{[]/.test(decodeText(input.bytes.subarray(0, 64)));
  }

  async read(input: SourceInput): Promise<readonly SourceDocument[]> {
    const documents = listDocuments(parse(input));
    if (documents === undefined) throw notSuchFile(input.name, 'holds no documents.', next);
    const seen = new Map<string, string>();
    return documents.map(({ at, content }) => {
      const number = numberOf(content);
      const faults: InputFault[] = [];
      const first = seen.get(number);
      if (number !== '' && first !== undefined) {
        faults.push({ at: `${at}/number`, value: number, expected: `another number: ${first} has this one` });
      }
      seen.set(number, first ?? (at === '' ? 'the document' : at));
      return { number, content: withoutSchema(content), faults };
    });
  }
}

function parse({ name, bytes }: SourceInput): unknown {
  const other = recogniseFormat(bytes);
  if (other !== undefined) throw notSuchFile(name, `is not a JSON file: it looks like ${other}.`, next);
  const text = decodeText(bytes);
  if (text.trim() === '') throw notSuchFile(name, 'is empty.', next);
  try {
    return JSON.parse(text);
  } catch {
    const { line, column, expected } = locateJsonError(text);
    const place = `line ${line}, column ${column}`;
    throw notSuchFile(name, `is not valid JSON: ${place}, expected ${expected}.`, 'Correct the text there.', [
      { at: place, expected },
    ]);
  }
}

function numberOf(content: unknown): string {
  if (typeof content !== 'object' || content === null || !('number' in content)) return '';
  return typeof content.number === 'string' ? content.number : '';
}

/** `$schema` helps an editor and says nothing about the document. */
function withoutSchema(content: unknown): unknown {
  if (typeof content !== 'object' || content === null || !('$schema' in content)) return content;
  return Object.fromEntries(Object.entries(content).filter(([name]) => name !== '$schema'));
}
