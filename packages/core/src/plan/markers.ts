import type { Marker } from '../contract/marker.js';
import { markerPrefix as prefix } from '../contract/marker-prefix.js';

/** The opportunity and the quote of a family carry the same key; they are different kinds of record. Never cut: two families must not share one. */
export function familyMarker(family: string): Marker {
  return { key: `${prefix}${family}` };
}

/** The family whose marker it is; undefined: none of ours, or that of a file. */
export function familyOfMarker(marker: string | undefined): string | undefined {
  if (marker?.startsWith(prefix) !== true) return undefined;
  const family = marker.slice(prefix.length);
  return family === '' ? undefined : family;
}

/** Whether a record carries the marker of another family. */
export function belongsToAnother(marker: string | undefined, family: string): boolean {
  return marker?.startsWith(prefix) === true && marker !== familyMarker(family).key;
}

const longestMarker = 100;

/** An attachment's marker tells its content, so that the same file is not uploaded twice and a new version is. */
export function attachmentMarker(family: string, sha256: string): Marker {
  return { key: `${prefix}${sha256.slice(0, 24)}:${family}`.slice(0, longestMarker) };
}

/** Whether an attachment is the family's, whatever its content. One that was cut may be another family's, and is not. */
export function isAttachmentMarkerOf(marker: string, family: string): boolean {
  const [own, content = '', ...rest] = marker.split(':');
  const whole = `${own ?? ''}:${content}:${family}` === marker && rest.length > 0;
  return own === 'quotebridge' && /^[0-9a-f]{24}$/.test(content) && whole && marker.length < longestMarker;
}
