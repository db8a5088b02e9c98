import { isAscii, isUtf8 } from 'node:buffer';

/** Takes bytes that may be UTF-8, in pieces between which a character may be cut. */
export class Utf8Text {
  #cut: Buffer = Buffer.alloc(0);
  #beyondAscii = false;

  /** Whether a character beyond ASCII has been there. */
  get beyondAscii(): boolean {
    return this.#beyondAscii;
  }

  /** The bytes of a character that is not there as a whole yet. */
  get cut(): Buffer {
    return this.#cut;
  }

  /** The characters that are there as a whole now; undefined: this is not UTF-8. */
  take(bytes: Buffer): Buffer | undefined {
    if (this.#cut.length === 0 && isAscii(bytes)) return bytes;
    const all = Buffer.concat([this.#cut, bytes]);
    const whole = all.subarray(0, all.length - cutLength(all));
    if (!isUtf8(whole)) return undefined;
    this.#beyondAscii ||= !isAscii(whole);
    this.#cut = Buffer.from(all.subarray(whole.length));
    return whole;
  }

  /** Whether it ends as UTF-8. A lone byte at the end of what else is ASCII is as likely one of Windows-1252. */
  ends(): boolean {
    return this.#cut.length === 0 || this.#beyondAscii;
  }
}

/** How many bytes at the end begin a character that is longer. */
function cutLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return lengthOf(byte) > back ? back : 0;
  }
  return 0;
}

/** Bytes of the character that begins with this one. */
function lengthOf(byte: number): number {
  if (byte >= 0xf0) return 4;
  return byte >= 0xe0 ? 3 : 2;
}
