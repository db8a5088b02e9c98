import type { HttpResponse } from '@quotebridge/core/plugin';
import { isHaloRecord } from '../record/halo-record.js';

/**
 * The answer as it may be quoted in a message: a server that repeats what it was sent must not bring a secret into it.
 * Done before anything is shortened, so that no part of a secret is left at the cut.
 */
export function withoutSecrets(response: HttpResponse, ...secrets: readonly string[]): HttpResponse {
  const spellings = secrets
    .filter((secret) => secret !== '')
    .flatMap(spellingsOf)
    .sort((left, right) => right.length - left.length);
  const hide = (text: string): string =>
    spellings.reduce((shown, spelling) => shown.replaceAll(spelling, '***'), text);
  const hidden = (value: unknown): unknown => {
    if (typeof value === 'string') return hide(value);
    if (Array.isArray(value)) return value.map(hidden);
    if (!isHaloRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [hide(name), hidden(field)]));
  };
  return { ...response, text: hide(response.text), json: hidden(response.json) };
}

/** As it is, and as it stands in an address, a form and a JSON text. */
function spellingsOf(secret: string): readonly string[] {
  return [
    secret,
    encodeURIComponent(secret.replace(/\p{Surrogate}/gu, '\uFFFD')),
    new URLSearchParams([['', secret]]).toString().slice(1),
    JSON.stringify(secret).slice(1, -1),
  ];
}
