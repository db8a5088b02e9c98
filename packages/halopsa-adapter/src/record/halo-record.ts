/** A JSON object as HaloPSA sends it: nothing about its fields is certain. */
export type HaloRecord = Readonly<Record<string, unknown>>;

export function isHaloRecord(value: unknown): value is HaloRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
