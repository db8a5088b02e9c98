import type { InputFault } from '../errors/quotebridge-error.js';

export interface SourceInput {
  /** File name, for messages and for recognising the format by its ending. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that may be larger than the memory. */
export interface SourceFile {
  readonly name: string;
  /** The content in pieces, from its start each time. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

/**
 * One document as read. `content` is plain data that core validates against the document schema; a document with
 * faults is reported and never sent, the others of the file are not affected.
 */
export interface SourceDocument {
  readonly number: string;
  readonly content: unknown;
  readonly faults: readonly InputFault[];
}

/** Reads the documents of a quoting tool's file. Raises `document.invalid` when the file as a whole is no such file. */
export interface DocumentSource {
  /** True when this source recognises the file by its name or first bytes. */
  accepts(input: SourceInput): boolean;
  read(input: SourceInput): Promise<readonly SourceDocument[]>;
  /**
   * The same documents one after the other, in an order that is the same each time, holding no more than one of them and
   * little for each. What it returns may be iterated several times. Absent: the file is read as a whole.
   */
  stream?(file: SourceFile): AsyncIterable<SourceDocument>;
}
