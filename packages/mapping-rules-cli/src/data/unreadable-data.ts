/** Data that cannot be read as a whole, because nobody knows where its lines begin and end. */
export class UnreadableData extends Error {
  override readonly name = 'UnreadableData';
  /** Line of the file, from 1; undefined: the whole of it. */
  readonly line: number | undefined;
  readonly expected: string;
  /** As people name it; undefined: nobody has said yet. */
  readonly file: string | undefined;
  /** What a person can do about it. */
  readonly next: string;

  constructor(
    message: string,
    details: {
      readonly line?: number | undefined;
      readonly expected: string;
      readonly next: string;
      readonly file?: string;
    },
  ) {
    super(message);
    this.line = details.line;
    this.expected = details.expected;
    this.next = details.next;
    this.file = details.file;
  }

  /** The same, of a file that has a name. */
  of(file: string): UnreadableData {
    const { message, line, expected, next } = this;
    return new UnreadableData(message, { line, expected, next, file });
  }
}
