import type { CallOptions } from './call-options.js';
import type { Marker } from './marker.js';
import type { RecordId, StoredAttachment } from './records.js';

export interface AttachmentUpload {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface AttachmentPort {
  /** Largest file the PSA takes, in bytes; undefined: not known. */
  readonly maximumBytes?: number;
  /** Attachments of an opportunity. */
  list(opportunityId: RecordId, options?: CallOptions): Promise<readonly StoredAttachment[]>;
  upload(
    opportunityId: RecordId,
    file: AttachmentUpload,
    marker: Marker,
    options?: CallOptions,
  ): Promise<StoredAttachment>;
}
