import type { BindingImage } from '../state/state-store.js';
import { asObject } from '../settings/settings-schema.js';

/** What is remembered of the DataLink values of a record. */
export function linkedImage(image: BindingImage | undefined): BindingImage | undefined {
  if (image === undefined) return undefined;
  return { wanted: asObject(image.wanted['linked']), stored: asObject(image.stored['linked']) };
}
