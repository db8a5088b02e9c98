/** The text of one document in a file, or of nothing that can be told apart. */
export interface JsonElement {
  /** JSON pointer in the file. */
  readonly at: string;
  readonly text: string;
}

/** The text is not the JSON that it began as: whoever wants to know why parses all of it. */
export class IrregularJson extends Error {
  constructor() {
    super('the text is no list of documents');
  }
}

/**
 * The texts of the documents of a JSON file, one at a time: elements of a list, or of `documents` in an object; else the
 * whole text. Only as much is looked at as is needed to tell them apart.
 *
 * @throws IrregularJson at the latest after the last one
 */
export async function* streamElements(pieces: AsyncIterable<string>): AsyncIterable<JsonElement> {
  const cutter = new ElementCutter();
  for await (const piece of pieces) yield* cutter.take(piece);
  yield* cutter.end();
}

class ElementCutter {
  #level = 0;
  #quoted = false;
  #escaped = false;
  #list: { readonly level: number; readonly at: string } | undefined;
  #closed = false;
  #count = 0;
  /** Everything outside the list, or of the current element. */
  #parts: string[] = [];
  #head = '';
  /** The first unit of the text that is no blank. */
  #root: number | undefined;
  /** The current member of the outermost object, up to its first list; undefined: a list in it was looked at. */
  #member: string | undefined = '';

  *take(piece: string): Iterable<JsonElement> {
    let from = 0;
    let memberFrom = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const unit = piece.charCodeAt(at);
      if (this.#quoted) {
        if (this.#escaped) this.#escaped = false;
        else if (unit === 0x5c) this.#escaped = true;
        else if (unit === 0x22) this.#quoted = false;
        continue;
      }
      const isFirst = this.#root === undefined && !isBlank(unit);
      if (isFirst) this.#root = unit;
      if (unit === 0x22) this.#quoted = true;
      else if (unit === 0x5b || unit === 0x7b) {
        this.#level += 1;
        if (unit !== 0x5b || !this.#opensList(isFirst, piece.slice(memberFrom, at))) continue;
        this.#parts.push(piece.slice(from, at + 1));
        this.#head = this.#text();
        from = at + 1;
      } else if (unit === 0x5d || unit === 0x7d) {
        if (this.#isInList()) {
          const text = this.#text(piece.slice(from, at));
          if (text.trim() !== '' || this.#count > 0) yield this.#element(text);
          this.#closed = true;
          from = at;
        }
        this.#level -= 1;
      } else if (unit === 0x2c) {
        if (this.#isInList()) {
          yield this.#element(this.#text(piece.slice(from, at)));
          from = at + 1;
        } else if (this.#level === 1) {
          this.#member = '';
          memberFrom = at + 1;
        }
      }
    }
    this.#parts.push(piece.slice(from));
    if (this.#member !== undefined && this.#list === undefined) this.#member += piece.slice(memberFrom);
  }

  *end(): Iterable<JsonElement> {
    const text = this.#text();
    if (this.#list === undefined) {
      yield { at: '', text };
      return;
    }
    // What stands around the elements must be JSON as well.
    if (!this.#closed || !isList(`${this.#head}${text}`)) throw new IrregularJson();
  }

  #isInList(): boolean {
    return !this.#closed && this.#list !== undefined && this.#level === this.#list.level;
  }

  /** @param member the part of the current member that stands in the current piece */
  #opensList(isFirst: boolean, member: string): boolean {
    if (this.#list !== undefined) return false;
    if (this.#level === 1 && isFirst) {
      this.#list = { level: 1, at: '' };
      return true;
    }
    if (this.#level !== 2 || this.#root !== 0x7b || this.#member === undefined) return false;
    const key = `${this.#member}${member}`;
    // What a member begins with is looked at once, however many lists follow.
    this.#member = undefined;
    if (!isDocumentsKey(key)) return false;
    this.#list = { level: 2, at: '/documents' };
    return true;
  }

  #element(text: string): JsonElement {
    const element = { at: `${this.#list?.at ?? ''}/${this.#count}`, text };
    this.#count += 1;
    return element;
  }

  /** What was kept, with that; nothing is kept afterwards. */
  #text(more = ''): string {
    const text = `${this.#parts.join('')}${more}`;
    this.#parts = [];
    return text;
  }
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
}

/** Whether a member of an object begins with the name `documents`, however it is written. */
function isDocumentsKey(member: string): boolean {
  const key = member.replace(/^\s*\{/, '').trim();
  if (!key.endsWith(':')) return false;
  return parsed(key.slice(0, -1).trim()) === 'documents';
}

/** Whether what is left without the elements is JSON, and `documents` the list that they were taken from. */
function isList(rest: string): boolean {
  const value = parsed(rest);
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value !== 'object' || value === null || !('documents' in value)) return false;
  return Array.isArray(value.documents) && value.documents.length === 0;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
