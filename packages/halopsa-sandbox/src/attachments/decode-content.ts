import { bindingError, otherError } from '../http/api-error.js';
import { textIn } from '../tenant/row.js';
import type { World } from '../tenant/world.js';

/**
 * The bytes of a sent attachment, undefined when it has none. Clients put base64 in `data` or in `data_base64`, plain or
 * as a data URL; all four are taken.
 * @throws {ApiError} 400 for text that is not base64, and for more bytes than the switch `maxAttachmentBytes` allows
 */
export function decodeContent(
  sent: Readonly<Record<string, unknown>>,
  path: string,
  world: World,
): Buffer | undefined {
  const field = textIn(sent, 'data_base64') === '' ? 'data' : 'data_base64';
  const encoded = textIn(sent, field)
    .replace(/^data:[^,]{0,255},/, '')
    .replace(/\s+/g, '');
  if (encoded === '') return undefined;
  if (encoded.length % 4 === 1 || !/^[A-Za-z0-9+/]*={0,2}$/.test(encoded)) {
    throw bindingError([[`${path}.${field}`, ['Could not convert the value: it is not valid base64.']]]);
  }
  const content = Buffer.from(encoded, 'base64');
  const limit = world.switches.get('maxAttachmentBytes');
  if (content.length > limit) throw otherError(`The file is larger than the maximum size of ${limit} bytes.`);
  return content;
}
