import type { HttpRequest } from './http-client.js';

/** The address with its query. */
export function addQuery(url: string, query: HttpRequest['query']): string {
  const entries = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  if (entries.length === 0) return url;
  const text = entries
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(wellFormed(String(value)))}`)
    .join('&');
  return `${url}${url.includes('?') ? '&' : '?'}${text}`;
}

export function contentType(request: HttpRequest): Readonly<Record<string, string>> {
  if (request.stream !== undefined) return { 'Content-Type': request.stream.mediaType };
  if (request.form !== undefined) return { 'Content-Type': 'application/x-www-form-urlencoded' };
  return request.json === undefined ? {} : { 'Content-Type': 'application/json; charset=utf-8' };
}

export function requestBody(request: HttpRequest): string | undefined {
  if (request.form !== undefined) return new URLSearchParams(request.form).toString();
  return request.json === undefined ? undefined : JSON.stringify(request.json);
}

/** Half a character, as a cut text ends with, has no place in an address. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
