import type { Marker } from '../contract/marker.js';

/**
 * Whether a record that was found instead of created holds what we were going to write. In a PSA that keeps no stamps
 * that is not known, and it is written again: twice is the same as once.
 */
export function saysTheSame(found: { readonly stamp?: string } | undefined, { stamp }: Marker): boolean {
  return stamp !== undefined && found?.stamp === stamp;
}
