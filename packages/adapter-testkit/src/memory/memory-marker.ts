import { markerPrefix, type Marker } from '@quotebridge/core/plugin';

interface Marked {
  readonly marker?: string;
  readonly stamp?: string;
}

/** The marker as a record keeps it; nothing for an empty key. */
export function markerOf({ key, stamp }: Marker): Marked {
  return { ...(key === '' ? {} : { marker: key }), ...(stamp === undefined ? {} : { stamp }) };
}

/** Every write brings a marker of its own, or none. */
export function withoutMarker<Stored extends Marked>({
  marker: _marker,
  stamp: _stamp,
  ...record
}: Stored): Omit<Stored, keyof Marked> {
  return record;
}

/** True for a record that carries a marker of ours, whichever document it belongs to. */
export function isMarked({ marker }: Marked): boolean {
  return marker?.startsWith(markerPrefix) === true;
}
