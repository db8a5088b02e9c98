/** Bytes to read lines from: a file, or what a pipe brings. */
export interface DataInput {
  /** As people name it: a path, or `standard input`. */
  readonly name: string;
  /** Bytes, when it is known how many; undefined: a pipe, which can be read once. */
  readonly size: number | undefined;
  /** The content from its start. */
  open(): AsyncIterable<Uint8Array>;
}
