import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from '../record/halo-record.js';
import { readDecimal, readText } from '../record/read-values.js';

const { key: field, keyPrefix, removedKey, quantity } = fieldProfile.line;

export function lineKeyField(key: string): Record<string, string> {
  return { [field]: keyPrefix + key };
}

/** Key of our line; undefined for a line of a person or of another quoting tool. */
export function readLineKey(line: HaloRecord): string | undefined {
  const text = readText(line, field);
  return text?.startsWith(keyPrefix) === true ? text.slice(keyPrefix.length) : undefined;
}

/** True for a line that we emptied because HaloPSA would not remove it. */
export function isRemovedLine(line: HaloRecord): boolean {
  return readText(line, field) === removedKey && (readDecimal(line, quantity) ?? '0') === '0';
}
