import axios, { AxiosHeaders, isAxiosError, type AxiosInstance, type AxiosResponse } from 'axios';
import type { Clock } from '../base/clock.js';
import type { Logger } from '../base/logger.js';
import { cancelled, throwIfCancelled } from '../errors/cancelled.js';
import { QuotebridgeError } from '../errors/quotebridge-error.js';
import type { HttpClient, HttpRequest, HttpResponse } from './http-client.js';
import type { RequestBudget } from './request-budget.js';
import type { RequestCount } from './request-count.js';
import { nextDelay, parseRetryAfter, type FailedTry } from './retry-policy.js';

const defaultTimeout = 30_000;
/** Larger answers are not taken: no PSA sends them, a broken one must not fill the memory. */
const largestAnswer = 256 * 1024 * 1024;

/** The one place that knows axios. Its errors carry headers and request bodies, so none of them ever leaves. */
export class AxiosHttpClient implements HttpClient {
  readonly #axios: AxiosInstance;
  readonly #budget: RequestBudget;
  readonly #clock: Clock;
  readonly #logger: Logger;
  #read = 0;
  #write = 0;

  constructor(budget: RequestBudget, clock: Clock, logger: Logger) {
    this.#budget = budget;
    this.#clock = clock;
    this.#logger = logger;
    this.#axios = axios.create({
      maxRedirects: 0,
      maxContentLength: largestAnswer,
      maxBodyLength: largestAnswer,
      responseType: 'text',
      transformResponse: (data: unknown) => data,
      validateStatus: () => true,
      headers: { common: { Accept: 'application/json', 'User-Agent': 'Quotebridge' } },
    });
  }

  /** Requests sent so far, repeated ones included. */
  get count(): RequestCount {
    return { read: this.#read, write: this.#write };
  }

  async request(request: HttpRequest): Promise<HttpResponse> {
    for (let tries = 1; ; tries += 1) {
      throwIfCancelled(request.signal);
      await this.#budget.take(request.signal);
      const outcome = await this.#try(request);
      if (!(outcome instanceof Failure)) return outcome;
      if (outcome.failed.reason === 'throttled') await this.#budget.learn(outcome.text);
      const delay = nextDelay({ ...outcome.failed, effect: request.effect, tries });
      if (delay === undefined) throw outcome.error;
      this.#logger.debug('request repeated', {
        url: request.url,
        tries,
        delay,
        reason: outcome.failed.reason,
      });
      await this.#clock.sleep(delay, request.signal);
    }
  }

  async #try(request: HttpRequest): Promise<HttpResponse | Failure> {
    if (request.effect === 'write') this.#write += 1;
    else this.#read += 1;
    const started = this.#clock.now();
    try {
      const response = await this.#axios.request<string>({
        method: request.method,
        url: addQuery(request.url, request.query),
        timeout: request.timeoutMilliseconds ?? defaultTimeout,
        headers: new AxiosHeaders({ ...request.headers, ...contentType(request) }),
        data: body(request),
        ...(request.signal === undefined ? {} : { signal: request.signal }),
      });
      this.#logger.debug('request', {
        method: request.method,
        url: request.url,
        status: response.status,
        milliseconds: this.#clock.now() - started,
      });
      return this.#judge(request, response);
    } catch (error) {
      if (request.signal?.aborted === true) throw cancelled();
      return networkFailure(request, error);
    }
  }

  #judge(request: HttpRequest, response: AxiosResponse<string>): HttpResponse | Failure {
    const { status } = response;
    const headers = plainHeaders(response);
    const text = typeof response.data === 'string' ? response.data : '';
    if (status === 429) {
      const retryAfter = parseRetryAfter(headers['retry-after'], this.#clock.now());
      return new Failure(
        {
          reason: 'throttled',
          arrived: 'no',
          ...(retryAfter === undefined ? {} : { retryAfterMilliseconds: retryAfter }),
        },
        text.slice(0, 500),
        new QuotebridgeError('remote.rateLimited', `${host(request)} refuses more requests for now.`, {
          status,
          ...(retryAfter === undefined ? {} : { retryAfterSeconds: Math.ceil(retryAfter / 1000) }),
          arrived: 'no',
          next: 'Wait some minutes, then run it again.',
        }),
      );
    }
    if (status >= 500) {
      const gateway = status === 502 || status === 503 || status === 504;
      const retryAfter = parseRetryAfter(headers['retry-after'], this.#clock.now());
      return new Failure(
        {
          reason: gateway ? 'gateway' : 'server',
          arrived: 'unknown',
          ...(retryAfter === undefined ? {} : { retryAfterMilliseconds: retryAfter }),
        },
        '',
        new QuotebridgeError(
          'remote.unavailable',
          `${host(request)} answered with an error of its own (${status}).`,
          {
            status,
            ...(retryAfter === undefined ? {} : { retryAfterSeconds: Math.ceil(retryAfter / 1000) }),
            arrived: 'unknown',
            data: {
              path: path(request),
              body: excerpt(withoutSecrets(request, text), headers['content-type']),
            },
            next: 'Run it again later; what may have been written is looked up first.',
          },
        ),
      );
    }
    return { status, headers, text, json: parseJson(text) };
  }
}

class Failure {
  readonly failed: Omit<FailedTry, 'effect' | 'tries'>;
  readonly text: string;
  readonly error: QuotebridgeError;

  constructor(failed: Omit<FailedTry, 'effect' | 'tries'>, text: string, error: QuotebridgeError) {
    this.failed = failed;
    this.text = text;
    this.error = error;
  }
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

function networkFailure(request: HttpRequest, error: unknown): Failure {
  if (error instanceof QuotebridgeError) throw error;
  const code = isAxiosError(error) ? (error.code ?? '') : '';
  const arrived = neverSent.has(code) ? 'no' : 'unknown';
  const timedOut = code === 'ECONNABORTED' || code === 'ETIMEDOUT';
  const what = timedOut
    ? 'did not answer in time'
    : arrived === 'no'
      ? `cannot be reached (${code})`
      : `closed the connection before it had answered${code === '' ? '' : ` (${code})`}`;
  return new Failure(
    { reason: 'network', arrived },
    '',
    new QuotebridgeError('remote.unavailable', `${host(request)} ${what}.`, {
      arrived,
      data: { path: path(request) },
      next: 'Check the address and the network, then run it again.',
    }),
  );
}

function addQuery(url: string, query: HttpRequest['query']): string {
  const entries = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  if (entries.length === 0) return url;
  const text = entries
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(wellFormed(String(value)))}`)
    .join('&');
  return `${url}${url.includes('?') ? '&' : '?'}${text}`;
}

function contentType(request: HttpRequest): Readonly<Record<string, string>> {
  if (request.form !== undefined) return { 'Content-Type': 'application/x-www-form-urlencoded' };
  return request.json === undefined ? {} : { 'Content-Type': 'application/json; charset=utf-8' };
}

function body(request: HttpRequest): string | undefined {
  if (request.form !== undefined) return new URLSearchParams(request.form).toString();
  return request.json === undefined ? undefined : JSON.stringify(request.json);
}

function plainHeaders(response: AxiosResponse<string>): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.headers)) {
    if (typeof value === 'string') headers[name.toLowerCase()] = value;
  }
  return headers;
}

function parseJson(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function host(request: HttpRequest): string {
  return new URL(request.url).host;
}

function path(request: HttpRequest): string {
  return new URL(request.url).pathname;
}

function excerpt(text: string, type: string | undefined): string {
  return type?.includes('html') === true ? '(an HTML page)' : text.slice(0, 300);
}

/** Half a character, as a cut text ends with, has no place in an address. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
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
