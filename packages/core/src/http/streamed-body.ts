import { QuotebridgeError } from '../errors/quotebridge-error.js';
import type { HttpRequest } from './http-client.js';

type Source = NonNullable<HttpRequest['stream']>;

/**
 * A body that is read while it is sent, in the form of a `Blob`: the one that axios takes on every platform and reads
 * piece by piece, waiting while the server does not take more. (It is handed on as it is because redirects are not
 * followed; else axios would keep all of it to send it again.)
 */
export class StreamedBody extends Blob {
  readonly #source: Source;
  readonly #opened: AsyncIterator<Uint8Array>[] = [];
  #fault: Error | undefined;

  constructor(source: Source) {
    super([], { type: source.mediaType });
    this.#source = source;
  }

  override get size(): number {
    return this.#source.length;
  }

  /** Why the content could not be read to its end; undefined: it could, as far as it was asked for. */
  get fault(): Error | undefined {
    return this.#fault;
  }

  override stream(): ReturnType<Blob['stream']> {
    return this.#pieces() as unknown as ReturnType<Blob['stream']>;
  }

  /** Lets the source go, read to its end or not. */
  close(): void {
    for (const iterator of this.#opened.splice(0)) iterator.return?.().catch(() => undefined);
  }

  async *#pieces(): AsyncGenerator<Uint8Array> {
    const iterator = this.#source.open()[Symbol.asyncIterator]();
    this.#opened.push(iterator);
    let length = 0;
    // The last piece is held back until the end has been seen: a body that is wrong never arrives complete.
    let held: Uint8Array | undefined;
    try {
      for (;;) {
        const next = await iterator.next();
        if (next.done === true) break;
        length += next.value.byteLength;
        if (length > this.#source.length) throw changed(this.#source.length);
        if (held !== undefined) yield held;
        held = next.value;
      }
      if (length !== this.#source.length) throw changed(this.#source.length);
      if (held !== undefined) yield held;
    } catch (error) {
      this.#fault = error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  }
}

/** A body of another length than was announced would be cut off by the server, or keep it waiting. */
function changed(expected: number): QuotebridgeError {
  return new QuotebridgeError(
    'plan.stale',
    `The content to be sent no longer has the ${expected} bytes that it had.`,
    { arrived: 'no', next: 'Leave the file as it is while it is sent, then run it again.' },
  );
}
