import { sha256 } from './sha-256.js';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The first 8 characters of the base-32 form (RFC 4648) of a text's SHA-256: 40 bits, so that two texts hardly ever share them. */
export function hash8(text: string): string {
  const [first = 0, second = 0] = sha256(text);
  let bits = BigInt(first) * 256n + BigInt(second >>> 24);
  let hash = '';
  for (let index = 0; index < 8; index++) {
    hash = (alphabet[Number(bits & 31n)] ?? '') + hash;
    bits >>= 5n;
  }
  return hash;
}
