import { QuotebridgeError, type AttachmentPort, type StoredAttachment } from '@quotebridge/core/plugin';
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
    upload: (opportunityId, file, marker, options) =>
      gateway.write(options, (tenant) => {
        if (file.bytes.byteLength > maximumBytes) throw tooLarge(file.name);
        const id = nextMemoryId(tenant, 'attachment');
        const { name, mediaType, bytes } = file;
        const url = `memory:attachments/${id}`;
        const stored = { id, name, mediaType, size: bytes.byteLength, marker: marker.key, url };
        tenant.attachments.set(id, { ...stored, opportunityId, bytes: bytes.slice() });
        return shown({ ...stored, opportunityId, bytes });
      }),
  };
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
