import { mediaType } from './media-type.js';
import { refuseAs } from '../errors/refuse-as.js';
import { openInputFile, readFailure } from '@quotebridge/command-line/files';
import { QuotebridgeError, type AttachmentInput, type InputFault } from '@quotebridge/core';
import { access, constants, stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';

/** What a connection takes. The plan judges by it; here it is named beside what else is wrong. */
export interface AttachmentLimits {
  /** Endings of file names, in lower case. */
  readonly types: readonly string[];
  readonly maximumBytes?: number;
}

/**
 * The files to attach; no content is read yet.
 *
 * @param limits asked for when something is wrong
 * @throws `usage` with everything that cannot be attached, before anything is sent
 */
export async function readAttachments(
  paths: readonly string[],
  limits: () => Promise<AttachmentLimits>,
): Promise<readonly AttachmentInput[]> {
  const attachments: AttachmentInput[] = [];
  const refused: Refused[] = [];
  for (const location of new Set(paths.map((path) => resolve(path)))) {
    const name = basename(location);
    const looked = await look(location, name, attachments);
    if ('reason' in looked) {
      refused.push(looked);
      continue;
    }
    const { size } = looked;
    const open = (): AsyncIterable<Uint8Array> => openInputFile(location, 'attachment', refuseAs('usage'));
    attachments.push({ name, mediaType: mediaType(name), location, size, open });
  }
  if (refused.length === 0) return attachments;
  const allowed = await limits();
  const overLimits = attachments.flatMap((file) => refusalOf(file, allowed) ?? []);
  const order = paths.map((path) => resolve(path));
  throw unusable(
    [...refused, ...overLimits].sort((a, b) => order.indexOf(a.location) - order.indexOf(b.location)),
  );
}

/** @throws `usage` when an attachment of that name is there already */
export function refuseSameName(others: readonly AttachmentInput[], name: string): void {
  if (hasName(others, name)) throw unusable([{ location: name, ...sameName }]);
}

interface Refused {
  readonly location: string;
  readonly reason: string;
  readonly expected: string;
}

/** Bytes of a file that can be attached, or what speaks against it. */
async function look(
  location: string,
  name: string,
  others: readonly AttachmentInput[],
): Promise<{ readonly size: number } | Refused> {
  const size = await readableSize(location);
  if (typeof size === 'string') return { location, reason: size, expected: 'a file that can be read' };
  if (size === 0) return { location, reason: 'is empty', expected: 'a file with content' };
  return hasName(others, name) ? { location, ...sameName } : { size };
}

const sameName = { reason: 'has the same name as another attachment', expected: 'a name of its own' };

function hasName(others: readonly AttachmentInput[], name: string): boolean {
  return others.some((other) => other.name.toLowerCase() === name.toLowerCase());
}

/** A text says why it cannot be read. */
async function readableSize(location: string): Promise<number | string> {
  try {
    const facts = await stat(location);
    if (facts.isDirectory()) return 'is a folder';
    if (!facts.isFile()) return 'is no file';
    await access(location, constants.R_OK);
    return facts.size;
  } catch (error) {
    return readFailure(error);
  }
}

function refusalOf({ name, location, size }: AttachmentInput, limits: AttachmentLimits): Refused | undefined {
  const { types, maximumBytes = Infinity } = limits;
  const ending = endingOf(name);
  if (!types.includes(ending)) {
    const reason =
      ending === ''
        ? 'has no ending that tells its type'
        : `is of the type ${ending}, which may not be attached`;
    return { location, reason, expected: 'one of attachments.types' };
  }
  if (size <= maximumBytes) return undefined;
  return { location, reason: `has ${size}`, expected: `at most ${maximumBytes} bytes` };
}

function endingOf(name: string): string {
  return extname(name).slice(1).toLowerCase();
}

function unusable(refused: readonly Refused[]): QuotebridgeError {
  const [first, ...others] = refused;
  const faults = refused.map(({ location, reason, expected }): InputFault => {
    return { at: location, expected: others.length === 0 ? expected : `${expected}; it ${reason}` };
  });
  const message =
    others.length === 0
      ? `The attachment “${first?.location ?? ''}” ${first?.reason ?? ''}.`
      : `${refused.length} of the attachments cannot be used; nothing was sent.`;
  return new QuotebridgeError('usage', message, {
    faults,
    next: `Correct ${others.length === 0 ? 'it' : 'them'} and run again; nothing was sent.`,
  });
}
