import { encodeBase64 } from './base64.js';

/** Three bytes become four characters, so only the last piece may be of another length than a multiple of three. */
const group = 3;

/** Characters of the base64 text of that many bytes. */
export function base64Length(bytes: number): number {
  return Math.ceil(bytes / group) * 4;
}

/** The base64 text of the content, piece by piece: at most one piece is in memory at a time. */
export async function* base64Pieces(
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<string, void, undefined> {
  let rest: Uint8Array = new Uint8Array();
  for await (const piece of content) {
    const joined = rest.length === 0 ? piece : joinBytes(rest, piece);
    const whole = joined.length - (joined.length % group);
    if (whole > 0) yield encodeBase64(joined.subarray(0, whole));
    // A copy, because whoever gives the pieces may use their memory again.
    rest = joined.slice(whole);
  }
  if (rest.length > 0) yield encodeBase64(rest);
}

function joinBytes(left: Uint8Array, right: Uint8Array): Uint8Array {
  const joined = new Uint8Array(left.length + right.length);
  joined.set(left);
  joined.set(right, left.length);
  return joined;
}
