import {
  isQuotebridgeError,
  QuotebridgeError,
  type AttachmentPort,
  type AttachmentUpload,
  type CallOptions,
  type Marker,
  type RecordId,
  type StoredAttachment,
} from '@quotebridge/core/plugin';
import { entities } from '../api/entities.js';
import type { HaloApi } from '../api/halo-api.js';
import { storedRecord } from '../api/stored-record.js';
import { markerFields } from '../marker/marker-slots.js';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from '../record/halo-record.js';
import { haloId, isHaloId } from '../record/write-values.js';
import { withoutUndefined } from '../record/without-undefined.js';
import type { HaloSettings } from '../settings/halo-settings.js';
import { base64Length } from '../text/base64-pieces.js';
import { toAttachment } from './to-attachment.js';
import { uploadStream } from './upload-stream.js';

const profile = fieldProfile.attachment;

/** Files go up in one request, so a slow line needs more than the usual half minute: milliseconds for any file. */
const uploadTime = 180_000;

/** Characters of content that the slowest line sends in a millisecond. */
const slowestLine = 100;

/** Files of an opportunity. HaloPSA states no largest size, so the settings do. */
export class HaloAttachments implements AttachmentPort {
  readonly maximumBytes: number;
  readonly #api: HaloApi;
  readonly #settings: HaloSettings;

  constructor(api: HaloApi, settings: HaloSettings) {
    this.#api = api;
    this.#settings = settings;
    this.maximumBytes = settings.largestAttachmentMegabytes * 1_000_000;
  }

  /** One request for each hundred files. */
  async list(opportunityId: RecordId, options?: CallOptions): Promise<readonly StoredAttachment[]> {
    const rows = await this.#api.all(
      entities.attachment,
      { ticket_id: haloId(opportunityId, 'ticket_id') },
      options,
    );
    return rows.map(toAttachment).filter((attachment) => attachment !== undefined);
  }

  /** One request; one more when HaloPSA refuses the content in the first of its two fields, or stores an empty file. */
  async upload(
    opportunityId: RecordId,
    file: AttachmentUpload,
    marker: Marker,
    options?: CallOptions,
  ): Promise<StoredAttachment> {
    const body = {
      filename: file.name,
      ticket_id: haloId(opportunityId, 'ticket_id'),
      content_type: file.mediaType,
      [profile.visibleToUsers]: this.#settings.attachmentsVisibleToUsers,
      ...markerFields(profile, marker),
    };
    const first = await this.#post(body, profile.content, file, options).catch((error: unknown) => {
      if (isQuotebridgeError(error, 'remote.rejected') && error.details.status === 400) return undefined;
      throw error;
    });
    const { id, record } = storedRecord(
      first ?? (await this.#post(body, profile.contentFallback, file, options)),
      undefined,
      'attachment',
    );
    if (!lostContent(record, file)) return attachmentOf(id, file, marker, record);
    const again = storedRecord(
      await this.#post({ ...body, id: Number(id) }, profile.contentFallback, file, options),
      id,
      'attachment',
    ).record;
    if (lostContent(again, file)) throw stayedEmpty(id, file);
    return attachmentOf(id, file, marker, again);
  }

  /** One request. */
  async remove(id: RecordId, options?: CallOptions): Promise<void> {
    if (isHaloId(id)) await this.#api.delete(entities.attachment, Number(id), options);
  }

  #post(
    fields: HaloRecord,
    contentField: string,
    file: AttachmentUpload,
    options?: CallOptions,
  ): Promise<readonly HaloRecord[]> {
    const stream = uploadStream(fields, contentField, file);
    return this.#api.postStream(entities.attachment, fields, stream, {
      ...options,
      timeoutMilliseconds: uploadTime + Math.ceil(base64Length(file.size) / slowestLine),
    });
  }
}

/** True when HaloPSA says that it stored an empty file in place of one that is not. */
function lostContent(record: HaloRecord, file: AttachmentUpload): boolean {
  return toAttachment(record)?.size === 0 && file.size > 0;
}

function stayedEmpty(id: RecordId, file: AttachmentUpload): QuotebridgeError {
  return new QuotebridgeError(
    'remote.rejected',
    `HaloPSA stored the file ${file.name} empty (attachment ${id}), whichever way its content was sent.`,
    { arrived: 'unknown', next: 'Delete the attachment in HaloPSA, add the file there, and report this.' },
  );
}

/** The answer may be short: what it leaves out is what was just stored. */
function attachmentOf(
  id: RecordId,
  file: AttachmentUpload,
  marker: Marker,
  record: HaloRecord,
): StoredAttachment {
  const stored = toAttachment(record);
  return withoutUndefined<StoredAttachment>({
    id,
    name: stored?.name === undefined || stored.name === '' ? file.name : stored.name,
    size: stored?.size,
    marker: stored?.marker ?? marker.key,
    url: undefined,
  });
}
