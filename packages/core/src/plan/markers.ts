import type { Marker } from '../contract/marker.js';

/** The opportunity and the quote of a family carry the same key; they are different kinds of record. Never cut: two families must not share one. */
export function familyMarker(family: string): Marker {
  return { key: `quotebridge:${family}` };
}

/** An attachment's marker tells its content, so that the same file is not uploaded twice and a new version is. */
export function attachmentMarker(family: string, sha256: string): Marker {
  return { key: `quotebridge:${sha256.slice(0, 24)}:${family}`.slice(0, 100) };
}
