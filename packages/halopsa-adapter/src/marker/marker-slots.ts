import type { Marker } from '@quotebridge/core/plugin';
import { readText } from '../record/read-values.js';
import type { HaloRecord } from '../record/halo-record.js';

/** Two fields of a record that carry our marker: one as it is, one as a link. Either is enough to find it again. */
export interface MarkerSlots {
  readonly markerKey: string;
  readonly markerLink: string;
}

const linkStart = 'quotebridge://document/';

export function markerFields(slots: MarkerSlots, marker: Marker): Record<string, string> {
  return { [slots.markerKey]: marker.key, [slots.markerLink]: linkStart + encodeURIComponent(marker.key) };
}

/** The marker's key, when the record carries one. */
export function readMarker(slots: MarkerSlots, record: HaloRecord): string | undefined {
  const link = readText(record, slots.markerLink) ?? '';
  if (link.startsWith(linkStart)) return decode(link.slice(linkStart.length));
  const key = readText(record, slots.markerKey)?.trim();
  return key === '' ? undefined : key;
}

/**
 * True when the record itself says whether it carries a marker. Rows of a list may lack the fields or hold null in
 * them although the record has a marker: then only the record read by its id can tell.
 */
export function reportsMarker(slots: MarkerSlots, record: HaloRecord): boolean {
  return typeof record[slots.markerKey] === 'string' || typeof record[slots.markerLink] === 'string';
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
