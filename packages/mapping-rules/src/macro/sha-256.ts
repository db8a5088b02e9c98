/** Beginnings of the fractional parts of the square and cube roots of the first 64 primes (FIPS 180-4, 4.2.2 and 5.3.3). */
const primes: number[] = [];
for (let number = 2; primes.length < 64; number++) {
  if (primes.every((prime) => number % prime !== 0)) primes.push(number);
}
const initialState = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const roundConstants = primes.map((prime) => fraction(Math.cbrt(prime)));

function fraction(root: number): number {
  return (root * 2 ** 32) | 0;
}

/** SHA-256 of the UTF-8 form of a text, as 8 words of 32 bits. No platform has one of its own that all others have, too. */
export function sha256(text: string): Uint32Array {
  const words = padded(new TextEncoder().encode(text));
  const state = new Uint32Array(initialState);
  for (let block = 0; block < words.length; block += 16) addBlock(state, words.slice(block, block + 16));
  return state;
}

/** The message, a 1 bit, zeros, and its length in bits: a whole number of blocks of 16 words (5.1.1). */
function padded(bytes: Uint8Array): readonly number[] {
  const { length } = bytes;
  const words = new Array<number>((((length + 8) >> 6) + 1) * 16).fill(0);
  for (let at = 0; at <= length; at++) {
    words[at >> 2] = (words[at >> 2] ?? 0) | ((bytes[at] ?? 0x80) << (24 - (at & 3) * 8));
  }
  return [...words.slice(0, -2), (length / 2 ** 29) | 0, length << 3];
}

/** 6.2.2; `words` is the schedule's beginning. */
function addBlock(state: Uint32Array, words: number[]): void {
  const word = (at: number): number => words[at] ?? 0;
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  roundConstants.forEach((constant, at) => {
    if (at > 15) {
      const near = mixed(word(at - 15), 7, 18) ^ (word(at - 15) >>> 3);
      const far = mixed(word(at - 2), 17, 19) ^ (word(at - 2) >>> 10);
      words[at] = (word(at - 16) + near + word(at - 7) + far) | 0;
    }
    const first = h + (mixed(e, 6, 11) ^ rotated(e, 25)) + ((e & f) ^ (~e & g)) + constant + word(at);
    const second = (mixed(a, 2, 13) ^ rotated(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  });
  [a, b, c, d, e, f, g, h].forEach((value, at) => {
    state[at] = (state[at] ?? 0) + value;
  });
}

function mixed(word: number, one: number, other: number): number {
  return rotated(word, one) ^ rotated(word, other);
}

function rotated(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}
