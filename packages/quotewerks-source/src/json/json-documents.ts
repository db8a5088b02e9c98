import type { InputFault, SourceDocument } from '@quotebridge/core/plugin';

/** Makes documents of what a file holds, and notices numbers that are there twice. */
export class JsonDocuments {
  readonly #seen = new Map<string, string>();

  /** @param at JSON pointer in the file */
  next(at: string, content: unknown): SourceDocument {
    const number = numberOf(content);
    const faults: InputFault[] = [];
    const first = this.#seen.get(number);
    if (number !== '' && first !== undefined) {
      faults.push({ at: `${at}/number`, value: number, expected: `another number: ${first} has this one` });
    }
    this.#seen.set(number, first ?? (at === '' ? 'the document' : at));
    return { number, content: withoutSchema(content), faults };
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
