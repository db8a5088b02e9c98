import { notFound, ruleError } from '../http/api-error.js';
import type { ApiAnswer, ApiCall, ApiRoute } from '../http/api-route.js';
import { entityRoutes } from '../http/entity-routes.js';
import { showRow } from '../listing/show-row.js';
import { createRow, numberIn, textIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { answer, bindAll } from '../writing/upsert.js';
import { attachment } from './attachment.js';
import { checkAttachment, storeAttachment } from './store-attachment.js';

const common = entityRoutes(attachment).filter(
  ({ method, path }) => method === 'DELETE' || (method === 'GET' && !path.endsWith(':id')),
);

/** Lists and deletion as for any record; uploads decode their content, downloads give the bytes. */
export const attachmentRoutes: readonly ApiRoute[] = [
  ...common,
  upload('/Attachment'),
  upload('/Attachment/document'),
  {
    method: 'GET',
    path: '/Attachment/:id',
    scopes: attachment.scopes.read,
    handle: (call, { world }) => download(call, world),
  },
];

function upload(path: string): ApiRoute {
  return {
    method: 'POST',
    path,
    scopes: attachment.scopes.write,
    handle: ({ body }, { world }) => {
      const checked = bindAll(attachment, body, world).map(({ stored, request }, index) => {
        const entry = createRow({ ...stored, ...request });
        requireOwner(entry, world);
        return checkAttachment(entry, `[${index}]`, world);
      });
      const rows = checked.map((one) => storeAttachment(one, world));
      const shown = rows.map((row) => showRow(attachment, row, world, 'answer'));
      return { status: world.switches.get('createdStatus'), body: answer(shown, world), stored: true };
    },
  };
}

/** @throws {ApiError} 400 unless a new attachment belongs to something, 404 for an unknown one */
function requireOwner(entry: Row, world: World): void {
  if (entry.id > 0) {
    if (!world.tenant.find('attachments', entry.id)) throw notFound();
    return;
  }
  const ticketId = numberIn(entry, 'ticket_id');
  if (ticketId <= 0 && numberIn(entry, 'unique_id') <= 0) {
    throw ruleError('An Attachment must be associated with a ticket_id.');
  }
  if (ticketId > 0 && !world.tenant.find('tickets', ticketId)) {
    throw ruleError(`There is no ticket with id ${ticketId}.`);
  }
}

/** Raw bytes with their file name, or JSON with `includedetails`. */
function download({ id, query }: ApiCall, world: World): ApiAnswer {
  const row = world.tenant.find('attachments', id);
  if (!row) throw notFound();
  const content = world.tenant.content(id) ?? Buffer.alloc(0);
  if (query.flag('includedetails')) {
    return {
      body: { ...showRow(attachment, row, world, 'details'), data_base64: content.toString('base64') },
    };
  }
  return {
    body: content,
    headers: {
      'content-type': textIn(row, 'content_type') || 'application/octet-stream',
      'content-disposition': disposition(textIn(row, 'filename')),
    },
  };
}

/** A file name for all clients: ASCII, and the full one beside it. */
function disposition(filename: string): string {
  const plain = filename.replace(/[^\x20-\x7e]|["\\]/g, '_');
  const full = encodeURIComponent(filename).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
