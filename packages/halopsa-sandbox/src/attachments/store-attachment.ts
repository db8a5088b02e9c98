import { createHash } from 'node:crypto';
import { apiDate } from '../fields/api-date.js';
import { ruleError } from '../http/api-error.js';
import { createRow, textIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { contentType } from './content-type.js';
import { decodeContent } from './decode-content.js';

/** A sent attachment that may be stored, with its bytes if it has any. */
export interface CheckedAttachment {
  readonly entry: Row;
  readonly content: Buffer | undefined;
}

/** @throws {ApiError} 400 for a new attachment without a file name, or without content or a link */
export function checkAttachment(entry: Row, path: string, world: World): CheckedAttachment {
  const content = decodeContent(entry, path, world);
  if (entry.id > 0) return { entry, content };
  if (textIn(entry, 'filename') === '') throw ruleError('A filename must be specified.');
  const isLink = textIn(entry, 'link') !== '' || textIn(entry, 'att_link') !== '';
  if (!content && !isLink) throw ruleError('An Attachment must have content.');
  return { entry, content };
}

export function storeAttachment({ entry, content }: CheckedAttachment, world: World): Row {
  const attachments = world.tenant.in('attachments');
  const before = attachments.get(entry.id);
  const now = apiDate(world.now());
  const id = before?.id ?? attachments.nextId();
  const row = createRow({ type: 0, datecreated: now, ...before, ...entry, last_updated: now }, id);
  for (const column of ['data', 'data_base64']) Reflect.deleteProperty(row, column);
  row['guid'] ??= guidOf(id);
  row['content_type'] ??= contentType(textIn(row, 'filename'));
  if (content) {
    row['filesize'] = content.length;
    row['isimage'] = textIn(row, 'content_type').startsWith('image/');
    world.tenant.storeContent(id, content);
  }
  attachments.store(row);
  return row;
}

/** Stable, so that two runs of a demo show the same. */
function guidOf(id: number): string {
  const hex = createHash('sha256').update(`attachment ${id}`).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
