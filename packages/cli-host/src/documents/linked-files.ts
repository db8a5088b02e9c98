import { within, withinReally } from './within-folders.js';
import type { Terminal } from '@quotebridge/command-line/terminal';
import { QuotebridgeError, type QuoteDocument } from '@quotebridge/core';
import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the files may lie that a document links to. */
export interface LinkPlaces {
  /** The file that the document stands in; those in its folder and below may be linked to. */
  readonly file: string;
  /** Further folders, as the settings name them; relative ones count from the working folder. */
  readonly folders: readonly string[];
}

/**
 * The files of this machine that a document links to; relative paths count from the file that the document stands in.
 * Addresses on the web are left out and named. A path that leads out of the folders that a person has named is not even
 * looked at: whoever writes a document must not choose which files of this machine are sent.
 *
 * @throws `usage` that names every file that is not there or lies elsewhere
 */
export async function linkedFiles(
  document: QuoteDocument,
  { file, folders }: LinkPlaces,
  terminal: Terminal,
): Promise<readonly string[]> {
  const home = dirname(resolve(file));
  const allowed = [home, ...folders.map((folder) => resolve(folder))];
  const paths: string[] = [];
  const missing: string[] = [];
  const outside: string[] = [];
  for (const { location } of document.links) {
    const path = pathOf(location, home);
    if (path === undefined) terminal.note(`${document.number}: ${location} is no file; it is not attached.`);
    else if (!(await within(path, allowed))) outside.push(location);
    else if (!(await isThere(path))) missing.push(location);
    else if (await withinReally(path, allowed)) paths.push(path);
    else outside.push(location);
  }
  if (outside.length > 0) throw liesOutside(document, outside, home);
  if (missing.length > 0) throw notThere(document, missing, home);
  return paths;
}

function liesOutside({ number }: QuoteDocument, outside: readonly string[], home: string): QuotebridgeError {
  const [lies, it] = outside.length === 1 ? ['lies', 'it'] : ['lie', 'them'];
  return new QuotebridgeError(
    'usage',
    `${number} links to ${quoted(outside)}, which ${lies} outside of the folders that linked files may be in.`,
    {
      faults: faultsOf(number, outside, `a file in ${home} or in a folder of attachments.linkedFolders`),
      next: `Put ${it} beside the document, name the folder in the setting attachments.linkedFolders, attach ${it} by hand with --attach, or leave links out with --no-links; nothing was sent.`,
    },
  );
}

function notThere({ number }: QuoteDocument, missing: readonly string[], home: string): QuotebridgeError {
  const are = missing.length === 1 ? 'is not there' : 'are not there';
  return new QuotebridgeError('usage', `${number} links to ${quoted(missing)}, which ${are}.`, {
    faults: faultsOf(number, missing, 'a file that can be read'),
    next: `Put it where the link says (relative paths count from ${home}), correct the link, or leave links out with --no-links; nothing was sent.`,
  });
}

const mostNamed = 20;
const longestNamed = 200;

function quoted(locations: readonly string[]): string {
  const names = locations.slice(0, mostNamed).map((location) => `“${shortened(location)}”`);
  const more = locations.length > mostNamed ? ` and ${locations.length - mostNamed} more` : '';
  return `${names.join(', ')}${more}`;
}

function faultsOf(
  number: string,
  locations: readonly string[],
  expected: string,
): readonly { readonly at: string; readonly value: string; readonly expected: string }[] {
  return locations
    .slice(0, mostNamed)
    .map((location) => ({ at: `links of ${number}`, value: shortened(location), expected }));
}

function shortened(location: string): string {
  return location.length > longestNamed ? `${location.slice(0, longestNamed - 1)}…` : location;
}

/** Undefined for an address. */
function pathOf(location: string, folder: string): string | undefined {
  if (/^file:\/\//i.test(location)) {
    try {
      return fileURLToPath(location);
    } catch {
      return undefined;
    }
  }
  // One letter is a drive.
  if (/^[a-z][a-z0-9+.-]+:/i.test(location) || /^www\./i.test(location)) return undefined;
  if (isAbsolute(location)) return location;
  // Quoting tools run on Windows.
  return resolve(folder, process.platform === 'win32' ? location : location.replaceAll('\\', '/'));
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
