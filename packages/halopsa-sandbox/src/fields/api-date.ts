/** A moment as the API writes it: UTC, without the final Z. */
export function apiDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/(\.000)?Z$/, '');
}

/** Reads an ISO 8601 date as UTC and writes it the API's way; undefined when it is none. */
export function readDate(text: string): string | undefined {
  const trimmed = text.trim();
  if (!/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(trimmed))
    return undefined;
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(trimmed.slice(10));
  const time = Date.parse(trimmed.length === 10 || zoned ? trimmed : `${trimmed.replace(' ', 'T')}Z`);
  return Number.isNaN(time) ? undefined : apiDate(time);
}

/** Halo's classic value for "no date". */
export const emptyDateSentinel = '1899-12-30T00:00:00';
