import { isAxiosError } from 'axios';
import { QuotebridgeError } from '../errors/quotebridge-error.js';
import type { HttpRequest } from './http-client.js';
import { wellFormed } from './request-parts.js';
import type { FailedTry } from './retry-policy.js';

/** One try that failed: what the retry policy must know of it, and the error to raise when nothing is left to try. */
export class FailedRequest {
  readonly failed: Omit<FailedTry, 'effect' | 'tries'>;
  readonly text: string;
  readonly error: QuotebridgeError;

  constructor(failed: Omit<FailedTry, 'effect' | 'tries'>, text: string, error: QuotebridgeError) {
    this.failed = failed;
    this.text = text;
    this.error = error;
  }
}

interface RefusedAnswer {
  readonly status: number;
  readonly text: string;
  readonly contentType: string | undefined;
  /** Milliseconds, as the server asked for. */
  readonly retryAfter: number | undefined;
}

/** A 429: the server has not carried the request out. */
export function throttled(request: HttpRequest, answer: RefusedAnswer): FailedRequest {
  return new FailedRequest(
    { reason: 'throttled', arrived: 'no', ...waiting(answer) },
    answer.text.slice(0, 500),
    new QuotebridgeError('remote.rateLimited', `${host(request)} refuses more requests for now.`, {
      status: answer.status,
      ...seconds(answer),
      arrived: 'no',
      next: 'Wait some minutes, then run it again.',
    }),
  );
}

/** A 5xx: nobody knows how far the server got. */
export function serverFailure(request: HttpRequest, answer: RefusedAnswer): FailedRequest {
  const { status, text, contentType } = answer;
  const gateway = status === 502 || status === 503 || status === 504;
  const body =
    contentType?.includes('html') === true ? '(an HTML page)' : withoutSecrets(request, text).slice(0, 300);
  return new FailedRequest(
    { reason: gateway ? 'gateway' : 'server', arrived: 'unknown', ...waiting(answer) },
    '',
    new QuotebridgeError(
      'remote.unavailable',
      `${host(request)} answered with an error of its own (${status}).`,
      {
        status,
        ...seconds(answer),
        arrived: 'unknown',
        data: { path: path(request), body },
        next: 'Run it again later; what may have been written is looked up first.',
      },
    ),
  );
}

/** Faults that prove that no connection came about, so that the request cannot have arrived. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
]);

/** No answer at all. */
export function networkFailure(request: HttpRequest, error: unknown, expired = false): FailedRequest {
  if (error instanceof QuotebridgeError) throw error;
  if (isAxiosError(error) && error.message.startsWith('maxContentLength')) throw tooLarge(request);
  const code = isAxiosError(error) ? (error.code ?? '') : '';
  const arrived = neverSent.has(code) ? 'no' : 'unknown';
  const timedOut = expired || code === 'ECONNABORTED' || code === 'ETIMEDOUT';
  const what = timedOut
    ? 'did not answer in time'
    : arrived === 'no'
      ? `cannot be reached (${code})`
      : `closed the connection before it had answered${code === '' ? '' : ` (${code})`}`;
  return new FailedRequest(
    { reason: 'network', arrived },
    '',
    new QuotebridgeError('remote.unavailable', `${host(request)} ${what}.`, {
      arrived,
      data: { path: path(request) },
      next: 'Check the address and the network, then run it again.',
    }),
  );
}

/** Asking again would bring as much again. */
function tooLarge(request: HttpRequest): QuotebridgeError {
  return new QuotebridgeError(
    'remote.unexpected',
    `${host(request)} answered with more than anybody can want.`,
    {
      arrived: request.effect === 'write' ? 'unknown' : 'no',
      data: { path: path(request) },
      next: 'Check that the server URL is the one that people sign in at; if it is, report this.',
    },
  );
}

function host(request: HttpRequest): string {
  return new URL(request.url).host;
}

function path(request: HttpRequest): string {
  return new URL(request.url).pathname;
}

function waiting({ retryAfter }: RefusedAnswer): { readonly retryAfterMilliseconds?: number } {
  return retryAfter === undefined ? {} : { retryAfterMilliseconds: retryAfter };
}

function seconds({ retryAfter }: RefusedAnswer): { readonly retryAfterSeconds?: number } {
  return retryAfter === undefined ? {} : { retryAfterSeconds: Math.ceil(retryAfter / 1000) };
}

/** A server that repeats what it was sent must not bring a header or a field of a form into an error. */
function withoutSecrets(request: HttpRequest, text: string): string {
  const sent = [...Object.values(request.headers ?? {}), ...Object.values(request.form ?? {})];
  const words = sent.flatMap((value) => [value, ...value.split(/\s+/)]).filter((word) => word.length >= 6);
  const spellings = words.flatMap((word) => [
    word,
    encodeURIComponent(wellFormed(word)),
    new URLSearchParams([['', word]]).toString().slice(1),
    JSON.stringify(word).slice(1, -1),
  ]);
  return spellings
    .sort((left, right) => right.length - left.length)
    .reduce((shown, spelling) => shown.replaceAll(spelling, '***'), text);
}
