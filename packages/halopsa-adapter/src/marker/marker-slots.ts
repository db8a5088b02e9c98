import { markerPrefix, type Marker } from '@quotebridge/core/plugin';
import { readText } from '../record/read-values.js';
import type { HaloRecord } from '../record/halo-record.js';

/** Two fields of a record that carry our marker: one as it is, one as a link that has room for the stamp. Either is enough to find it again. */
export interface MarkerSlots {
  readonly markerKey: string;
  readonly markerLink: string;
}

const linkStart = 'quotebridge://document/';
const stampStart = '?stamp=';

/** An empty key empties both. */
export function markerFields(slots: MarkerSlots, { key, stamp }: Marker): Record<string, string> {
  if (key === '') return { [slots.markerKey]: '', [slots.markerLink]: '' };
  const stamped = stamp === undefined ? '' : stampStart + encodeURIComponent(stamp);
  return { [slots.markerKey]: key, [slots.markerLink]: linkStart + encodeURIComponent(key) + stamped };
}

/** The marker's key, when the record carries one. */
export function readMarker(slots: MarkerSlots, record: HaloRecord): string | undefined {
  const link = readLink(slots, record);
  if (link !== undefined) return link.key;
  const key = readText(record, slots.markerKey)?.trim();
  return key === '' ? undefined : key;
}

/** The marker's stamp; undefined when the record has none, or does not show its link. */
export function readStamp(slots: MarkerSlots, record: HaloRecord): string | undefined {
  return readLink(slots, record)?.stamp;
}

/** True for a record that carries a marker of ours, whichever document it belongs to. */
export function isMarked(slots: MarkerSlots, record: HaloRecord): boolean {
  return readMarker(slots, record)?.startsWith(markerPrefix) === true;
}

/**
 * True when the record itself says whether it carries a marker. Rows of a list may lack the fields or hold null in
 * them although the record has a marker: then only the record read by its id can tell.
 */
export function reportsMarker(slots: MarkerSlots, record: HaloRecord): boolean {
  return typeof record[slots.markerKey] === 'string' || typeof record[slots.markerLink] === 'string';
}

function readLink(
  slots: MarkerSlots,
  record: HaloRecord,
): { readonly key: string; readonly stamp: string | undefined } | undefined {
  const link = readText(record, slots.markerLink) ?? '';
  if (!link.startsWith(linkStart)) return undefined;
  const [key = '', stamp] = link.slice(linkStart.length).split(stampStart);
  return { key: decode(key), stamp: stamp === undefined || stamp === '' ? undefined : decode(stamp) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
