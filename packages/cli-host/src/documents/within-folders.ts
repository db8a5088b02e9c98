import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/** Whether a path lies in one of the folders, by its spelling alone: nothing of it is looked at. */
export async function within(path: string, folders: readonly string[]): Promise<boolean> {
  const spelt = [...folders, ...(await real(folders))];
  return spelt.some((folder) => isBelow(resolve(path), folder));
}

/** Whether what a path leads to, links in the file system followed, lies in one of the folders. */
export async function withinReally(path: string, folders: readonly string[]): Promise<boolean> {
  const target = await realpath(path);
  return (await real(folders)).some((folder) => isBelow(target, folder));
}

/** Folders that are not there hold nothing. */
async function real(folders: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(folders.map((folder) => realpath(folder).catch(() => undefined)));
  return found.flatMap((folder) => folder ?? []);
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
