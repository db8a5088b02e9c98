import type { HttpResponse, InputFault } from '@quotebridge/core/plugin';
import { isHaloRecord } from '../record/halo-record.js';

const longest = 500;

/**
 * What the server says went wrong, in at most 500 characters. HaloPSA has several forms (seen in public clients):
 * OAuth's `error_description`, .NET's `Message`, `errorMessage`, `error`, an object of field paths with messages,
 * and plain text. A web page is never shown.
 */
export function faultMessage({ json, text }: Pick<HttpResponse, 'json' | 'text'>): string {
  if (isHaloRecord(json)) {
    for (const field of ['error_description', 'Message', 'errorMessage', 'message', 'error']) {
      const value = json[field];
      if (typeof value === 'string' && value.trim() !== '') return shortened(value);
    }
    const [first] = fieldFaults(json);
    if (first !== undefined) return first.expected;
  }
  if (typeof json === 'string' && json.trim() !== '') return shortened(json);
  return json !== undefined || /^\s*</.test(text) || text.trim() === ''
    ? 'no explanation given'
    : shortened(text);
}

/** The faults of a body that HaloPSA could not read: `{"[0].lines[1].price": ["Could not convert …"]}`. */
export function fieldFaults(json: unknown): readonly InputFault[] {
  if (!isHaloRecord(json)) return [];
  const source = isHaloRecord(json['errors']) ? json['errors'] : json;
  return Object.entries(source).flatMap(([at, messages]) =>
    Array.isArray(messages) && messages.every((message) => typeof message === 'string')
      ? messages.map((message) => ({ at, expected: shortened(message) }))
      : [],
  );
}

function shortened(text: string): string {
  return text.trim().slice(0, longest);
}
