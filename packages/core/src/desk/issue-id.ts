import { sha256 } from '../base/sha256.js';

/** Without letters and digits that people take for one another. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';
const length = 8;

/** A short id that depends on these words alone: the same fault has the same one each time, on every machine. */
export async function issueId(words: readonly string[]): Promise<string> {
  const digest = await sha256(JSON.stringify(words));
  let rest = BigInt(`0x${digest}`);
  let id = '';
  for (let at = 0; at < length; at += 1) {
    id += alphabet[Number(rest % BigInt(alphabet.length))] ?? '';
    rest /= BigInt(alphabet.length);
  }
  return id;
}
