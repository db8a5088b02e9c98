import type { StoredAttachment } from '@quotebridge/core/plugin';
import { readMarker } from '../marker/marker-slots.js';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from '../record/halo-record.js';
import { readFirstText, readId, readWholeNumber } from '../record/read-values.js';
import { withoutUndefined } from '../record/without-undefined.js';

/** Undefined for a row without an id. */
export function toAttachment(record: HaloRecord): StoredAttachment | undefined {
  const id = readId(record, 'id');
  if (id === undefined) return undefined;
  return withoutUndefined<StoredAttachment>({
    id,
    name: readFirstText(record, 'filename'),
    size: readWholeNumber(record, 'filesize'),
    marker: readMarker(fieldProfile.attachment, record),
  });
}
