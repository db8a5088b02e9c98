import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A place where something stands that must not be there. */
export interface Leak {
  readonly place: string;
  /** Which of the secrets, and in which spelling; never the secret itself. */
  readonly what: string;
}

/** The secrets of a run by the names that a report may give them. */
export type Secrets = Readonly<Record<string, string>>;

/** Where one of the secrets stands in the text or bytes, in any spelling in which text travels. */
export function leaksIn(place: string, content: string | Uint8Array, secrets: Secrets): readonly Leak[] {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
  return Object.entries(secrets).flatMap(([name, secret]) =>
    spellings(secret).flatMap(([spelling, text]) =>
      bytes.includes(text) ? [{ place, what: `${name}, ${spelling}` }] : [],
    ),
  );
}

/** The same for every file of a folder, those of a database and its log included. */
export function leaksInFolder(folder: string, secrets: Secrets): readonly Leak[] {
  return filesOf(folder).flatMap((path) => leaksIn(relative(folder, path), readFileSync(path), secrets));
}

/** Names of all files below a folder, so that a test can show that it looked at those that matter. */
export function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => lstatSync(path).isFile());
}

/** As it is, as it travels in addresses, forms, JSON and headers, and as databases and mails may hold it. */
function spellings(secret: string): readonly (readonly [spelling: string, bytes: Buffer])[] {
  const found = new Map<string, readonly [string, Buffer]>();
  const add = (spelling: string, text: string | Buffer): void => {
    const bytes = Buffer.from(text as string);
    const key = bytes.toString('hex');
    if (bytes.length > 0 && !found.has(key)) found.set(key, [spelling, bytes]);
  };
  add('as it is', secret);
  add('in an address', encodeURIComponent(secret));
  add('in a form', new URLSearchParams([['', secret]]).toString().slice(1));
  add('in JSON', JSON.stringify(secret).slice(1, -1));
  add('in hexadecimal', Buffer.from(secret).toString('hex'));
  add('in UTF-16', Buffer.from(secret, 'utf16le'));
  for (const [shift, text] of base64Forms(secret).entries()) add(`in base64 (${shift})`, text);
  return [...found.values()];
}

/** Base64 of it wherever it stands in a longer text; the ends, which depend on the neighbours, are left out. */
function base64Forms(secret: string): readonly string[] {
  return [0, 1, 2].map((shift) => {
    const text = Buffer.from(' '.repeat(shift) + secret)
      .toString('base64')
      .replace(/=+$/, '');
    return text.slice(shift === 0 ? 0 : 4, -2);
  });
}

/** @throws with the places, when there are any; the secrets themselves are not in the message */
export function refuseLeaks(leaks: readonly Leak[]): void {
  if (leaks.length === 0) return;
  const places = [...new Set(leaks.map(({ place, what }) => `${place} (${what})`))];
  throw new Error(`A secret stands where none may be: ${places.join('; ')}.`);
}
