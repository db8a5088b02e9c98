import { existingFolder } from './existing-folder.js';
import type { Refusal } from './refusal.js';
import { writeFailure } from './write-failure.js';
import { chmod, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Stats } from 'node:fs';

/** In one piece, or in pieces that are made while they are written. */
export type FileContent = string | Uint8Array | AsyncIterable<string>;

/**
 * Writes a file so that it is either the old one or the whole new one, also when the machine stops half-way. A file that
 * was there keeps its permissions and its place behind a link; `mode` is for a new one. What is no file, such as
 * `/dev/stdout`, is written to and stays what it is.
 *
 * @throws what `refuse` makes of it when the file cannot be written, or is one that nobody may write to
 */
export async function writeFileWhole(
  path: string,
  content: FileContent,
  refuse: Refusal,
  mode = 0o666,
): Promise<void> {
  await existingFolder(path, refuse);
  const before = await factsOf(resolve(path));
  // It could be replaced nevertheless, but somebody has said that it shall stay as it is.
  if (before?.isFile() === true && (before.mode & 0o222) === 0)
    throw unwritable(path, 'it is read-only', refuse);
  if (before?.isDirectory() === true) throw unwritable(path, 'it is a folder', refuse);
  const replaced = before === undefined || before.isFile();
  try {
    if (replaced) await replace(path, content, before, mode);
    else await writeFile(path, content);
  } catch (error) {
    throw unwritable(path, writeFailure(error, replaced ? 'folder' : 'file'), refuse);
  }
}

async function replace(
  path: string,
  content: FileContent,
  before: Stats | undefined,
  mode: number,
): Promise<void> {
  const place = before === undefined ? resolve(path) : await realpath(path);
  const unfinished = `${place}.${process.pid}.unfinished`;
  const permissions = before === undefined ? undefined : before.mode & 0o777;
  try {
    await writeFile(unfinished, content, { mode: permissions ?? mode, flush: true });
    // What the system takes away from a new file is not taken away from the old one.
    if (permissions !== undefined) await chmod(unfinished, permissions);
    await rename(unfinished, place);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
}

async function factsOf(place: string): Promise<Stats | undefined> {
  try {
    return await stat(place);
  } catch {
    return undefined;
  }
}

function unwritable(path: string, reason: string, refuse: Refusal): Error {
  return refuse(`The file “${path}” cannot be written: ${reason}.`, {
    next: 'Name a place that you may write to.',
  });
}
