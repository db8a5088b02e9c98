import { QuotebridgeError } from '../errors/quotebridge-error.js';

/**
 * The sign-in address of a server, brought to one form: scheme and host in lower case, no path, query or trailing
 * slash. `https` is demanded except on loopback, where a sandbox may run.
 *
 * @throws `settings.invalid` that names the setting.
 */
export function normaliseServerUrl(text: string, setting: string): string {
  const trimmed = text.trim();
  const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (url === undefined) throw fault('a web address such as https://example.halopsa.com');
  if (url.username !== '' || url.password !== '') throw fault('an address without user name and password');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    throw fault(
      'an address that starts with https:// (http:// only for this machine, such as http://127.0.0.1:4010)',
    );
  }
  return url.origin;

  function fault(expected: string): QuotebridgeError {
    const value =
      url === undefined ? trimmed.slice(0, 200).replace(/^.*@/, '') : `${url.protocol}//${url.host}`;
    return new QuotebridgeError(
      'settings.invalid',
      `The server URL “${value}” cannot be used: expected ${expected}.`,
      {
        faults: [{ at: setting, value, expected }],
        next: 'Use the address that people sign in at.',
      },
    );
  }
}

export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname === '[::1]' ||
    hostname === '::1' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
