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
  const encoded = withoutBlanks(textIn(sent, field).replace(/^data:[^,]{0,255},/, ''));
  if (encoded === '') return undefined;
  const content = Buffer.from(encoded, 'base64');
  if (!isBase64(encoded, content.length)) {
    throw bindingError([[`${path}.${field}`, ['Could not convert the value: it is not valid base64.']]]);
  }
  const limit = world.switches.get('maxAttachmentBytes');
  if (content.length > limit) throw otherError(`The file is larger than the maximum size of ${limit} bytes.`);
  return content;
}

/** Decoding skips what is not base64, so bytes are missing then; it takes the letters of URLs, which the API does not. */
function isBase64(encoded: string, decodedLength: number): boolean {
  const padding = encoded.endsWith('==') ? 2 : encoded.endsWith('=') ? 1 : 0;
  const letters = encoded.length - padding;
  const complete = letters % 4 !== 1 && decodedLength === Math.floor((letters * 3) / 4);
  return complete && !encoded.includes('-') && !encoded.includes('_');
}

/** Line breaks may be in base64; a text without them is not copied. */
function withoutBlanks(text: string): string {
  return /\s/.test(text) ? text.replace(/\s+/g, '') : text;
}
