import type { Readable } from 'node:stream';
import { errorCodes } from 'fastify';
import type { World } from '../tenant/world.js';

const leastLimit = 64 * 1024 * 1024;
const roomForTheRest = 1024 * 1024;

/** Largest request body in bytes: an attachment travels as base64, a third larger than itself. */
export function bodyLimit({ switches }: World): number {
  const encoded = Math.ceil(switches.get('maxAttachmentBytes') / 3) * 4;
  return Math.max(leastLimit, encoded + roomForTheRest);
}

/**
 * Collects a body. One whose length is announced is collected in place, so that a large file is held once.
 * @throws Fastify's error for a body that is too large, without reading the rest of it
 */
export async function readBody(
  payload: Readable,
  announced: number | undefined,
  limit: number,
): Promise<Buffer> {
  if (announced !== undefined && announced > limit) throw new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
  const parts: Buffer[] = [];
  const whole = announced === undefined ? undefined : Buffer.allocUnsafeSlow(announced);
  let length = 0;
  for await (const chunk of payload as AsyncIterable<Buffer>) {
    if (length + chunk.length > (announced ?? limit)) throw new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
    if (whole) chunk.copy(whole, length);
    else parts.push(chunk);
    length += chunk.length;
  }
  return whole ? whole.subarray(0, length) : Buffer.concat(parts, length);
}
