import { QuotebridgeError, type QuoteDocument } from '@quotebridge/core';
import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Terminal } from '../presentation/terminal.js';

/**
 * The files of this machine that a document links to; relative paths count from the file that the document stands in.
 * Addresses on the web are left out and named.
 *
 * @throws `usage` that names every file that is not there
 */
export async function linkedFiles(
  document: QuoteDocument,
  file: string,
  terminal: Terminal,
): Promise<readonly string[]> {
  const paths: string[] = [];
  const missing: string[] = [];
  for (const { location } of document.links) {
    const path = pathOf(location, dirname(resolve(file)));
    if (path === undefined) terminal.note(`${document.number}: ${location} is no file; it is not attached.`);
    else if (await isThere(path)) paths.push(path);
    else missing.push(location);
  }
  if (missing.length > 0) {
    const names = missing.map((location) => `“${location}”`).join(', ');
    const are = missing.length === 1 ? 'is not there' : 'are not there';
    throw new QuotebridgeError('usage', `${document.number} links to ${names}, which ${are}.`, {
      faults: missing.map((location) => ({
        at: `links of ${document.number}`,
        value: location,
        expected: 'a file that can be read',
      })),
      next: `Put it where the link says (relative paths count from ${dirname(resolve(file))}), correct the link, or leave links out with --no-links; nothing was sent.`,
    });
  }
  return paths;
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
