import { markerPrefix, type Marker } from '@quotebridge/core/plugin';

interface Marked {
  readonly marker?: string;
  readonly stamp?: string;
}

/** The marker as a record keeps it. */
export function markerOf({ key, stamp }: Marker): Marked {
  return { marker: key, ...(stamp === undefined ? {} : { stamp }) };
}

/** Every write brings a stamp of its own, or none. */
export function withoutStamp<Stored extends Marked>({ stamp: _, ...record }: Stored): Omit<Stored, 'stamp'> {
  return record;
}

/** True for a record that carries a marker of ours, whichever document it belongs to. */
export function isMarked({ marker }: Marked): boolean {
  return marker?.startsWith(markerPrefix) === true;
}
