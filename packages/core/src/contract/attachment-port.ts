import type { CallOptions } from './call-options.js';
import type { Marker } from './marker.js';
import type { RecordId, StoredAttachment } from './records.js';

export interface AttachmentUpload {
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** The content in pieces, from its start each time; an upload that is repeated opens it again. */
  readonly open: () => AsyncIterable<Uint8Array>;
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
  /** Deletes one attachment; one that is gone already is fine. Absent: a new version stands beside the old one. */
  remove?(id: RecordId, options?: CallOptions): Promise<void>;
}
