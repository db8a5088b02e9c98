import {
  QuotebridgeError,
  type AttachmentPort,
  type AttachmentUpload,
  type StoredAttachment,
} from '@quotebridge/core/plugin';
import type { MemoryGateway } from './memory-gateway.js';
import { nextMemoryId } from './memory-id.js';
import type { MemoryAttachment } from './memory-tenant.js';

const maximumBytes = 1_000_000;

export function memoryAttachments(gateway: MemoryGateway): AttachmentPort {
  return {
    maximumBytes,
    list: (opportunityId, options) =>
      gateway.read(options, (tenant) =>
        [...tenant.attachments.values()].filter((file) => file.opportunityId === opportunityId).map(shown),
      ),
    upload: async (opportunityId, file, marker, options) => {
      if (file.size > maximumBytes) throw tooLarge(file.name);
      const bytes = await contentOf(file);
      return gateway.write(options, (tenant) => {
        const id = nextMemoryId(tenant, 'attachment');
        const { name, mediaType } = file;
        const url = `memory:attachments/${id}`;
        const stored = { id, name, mediaType, size: bytes.byteLength, marker: marker.key, url };
        tenant.attachments.set(id, { ...stored, opportunityId, bytes });
        return shown({ ...stored, opportunityId, bytes });
      });
    },
    remove: (id, options) => gateway.write(options, (tenant) => void tenant.attachments.delete(id)),
  };
}

/** All pieces, joined. */
async function contentOf({ size, open }: AttachmentUpload): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let filled = 0;
  for await (const piece of open()) {
    bytes.set(piece, filled);
    filled += piece.byteLength;
  }
  return bytes;
}

function shown({ id, name, size, marker, url }: MemoryAttachment): StoredAttachment {
  return {
    id,
    name,
    ...(size === undefined ? {} : { size }),
    ...(marker === undefined ? {} : { marker }),
    ...(url === undefined ? {} : { url }),
  };
}

function tooLarge(name: string): QuotebridgeError {
  return new QuotebridgeError(
    'remote.rejected',
    `“${name}” is larger than the ${maximumBytes} bytes that are taken.`,
    {
      status: 413,
      next: 'Attach a smaller file.',
    },
  );
}
