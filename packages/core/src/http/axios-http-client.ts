import axios, { AxiosHeaders, type AxiosInstance, type AxiosResponse } from 'axios';
import type { Clock } from '../base/clock.js';
import { isTooDeep } from '../base/json-depth.js';
import type { Logger } from '../base/logger.js';
import { cancelled, throwIfCancelled } from '../errors/cancelled.js';
import { Deadline } from './deadline.js';
import { FailedRequest, networkFailure, serverFailure, throttled } from './failed-request.js';
import type { HttpClient, HttpRequest, HttpResponse } from './http-client.js';
import { OneAtATime } from './one-at-a-time.js';
import { guardNamedServer, type NamedAddress, type ResolveHost } from './named-server.js';
import type { RequestBudget, RequestTicket } from './request-budget.js';
import type { RequestCount } from './request-count.js';
import { addQuery, contentType, requestBody } from './request-parts.js';
import { nextDelay, parseRetryAfter } from './retry-policy.js';
import { ServerTime } from './server-time.js';
import { isLoopback } from './server-url.js';
import { StreamedBody } from './streamed-body.js';

export const defaultTimeoutMilliseconds = 30_000;
/** Larger answers are not taken: no PSA sends them, a broken one must not fill the memory. */
const largestAnswer = 64 * 1024 * 1024;
/** One field of a document may be large; a file is sent as a stream, which has no such limit. */
const largestBody = 256 * 1024 * 1024;

/** Milliseconds to wait before a request that failed is tried again. */
interface NextTry {
  readonly delay: number;
}

/** The one place that knows axios. Its errors carry headers and request bodies, so none of them ever leaves. */
export class AxiosHttpClient implements HttpClient {
  readonly serverTime = new ServerTime();
  readonly #axios: AxiosInstance;
  readonly #budget: RequestBudget;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #timeoutMilliseconds: number;
  readonly #resolveHost: ResolveHost | undefined;
  /** Bulk work has one request on its way: when one is refused, those on their way with it would be as well. */
  readonly #bulk = new OneAtATime();
  #read = 0;
  #write = 0;

  constructor(
    budget: RequestBudget,
    clock: Clock,
    logger: Logger,
    timeoutMilliseconds = defaultTimeoutMilliseconds,
    resolveHost?: ResolveHost,
  ) {
    this.#resolveHost = resolveHost;
    this.#timeoutMilliseconds = timeoutMilliseconds;
    this.#budget = budget;
    this.#clock = clock;
    this.#logger = logger;
    this.#axios = axios.create({
      maxRedirects: 0,
      maxContentLength: largestAnswer,
      maxBodyLength: largestBody,
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
      const addresses = await this.#guarded(request);
      const step = (): Promise<HttpResponse | NextTry> => this.#step(request, addresses, tries);
      const outcome = await (this.#budget.patient ? this.#bulk.do(step) : step());
      if (!('delay' in outcome)) return outcome;
      if (outcome.delay > 0) await this.#clock.sleep(outcome.delay, request.signal);
    }
  }

  /** One try, once the budget lets it go; a failure that may be tried again says when. */
  async #step(
    request: HttpRequest,
    addresses: readonly NamedAddress[] | undefined,
    tries: number,
  ): Promise<HttpResponse | NextTry> {
    throwIfCancelled(request.signal);
    const ticket = await this.#budget.take(request.signal);
    const outcome = await this.#try(request, addresses).finally(() => this.#budget.answered(ticket));
    if (!(outcome instanceof FailedRequest)) return outcome;
    const { reason } = outcome.failed;
    const isThrottled = reason === 'throttled';
    const patient = isThrottled && this.#budget.patient;
    const delay = nextDelay({ ...outcome.failed, effect: request.effect, tries, patient });
    if (isThrottled) await this.#refused(ticket, outcome, delay);
    if (delay === undefined) throw outcome.error;
    this.#logger.debug('request repeated', { url: request.url, tries, delay, reason });
    // The budget makes everybody wait after a refusal, this request included.
    return { delay: isThrottled ? 0 : delay };
  }

  async #refused(ticket: RequestTicket, { failed, text }: FailedRequest, delay = 0): Promise<void> {
    const { retryAfterMilliseconds } = failed;
    await this.#budget.refused({
      id: ticket.id,
      text,
      backOffMilliseconds: delay,
      ...(retryAfterMilliseconds === undefined ? {} : { retryAfterMilliseconds }),
    });
  }

  /** Where the name of the server leads to; undefined: wherever the platform says. */
  async #guarded({ url, namedBy }: HttpRequest): Promise<readonly NamedAddress[] | undefined> {
    return namedBy === undefined ? undefined : guardNamedServer(url, namedBy, this.#resolveHost);
  }

  async #try(
    request: HttpRequest,
    addresses: readonly NamedAddress[] | undefined,
  ): Promise<HttpResponse | FailedRequest> {
    if (request.effect === 'write') this.#write += 1;
    else this.#read += 1;
    const started = this.#clock.now();
    const streamed = request.stream === undefined ? undefined : new StreamedBody(request.stream);
    const timeout = this.#timeoutOf(request);
    using deadline = new Deadline(timeout, request.signal);
    try {
      const response = await this.#axios.request<string>({
        method: request.method,
        url: addQuery(request.url, request.query),
        timeout,
        signal: deadline.signal,
        headers: new AxiosHeaders({ ...request.headers, ...contentType(request) }),
        data: streamed ?? requestBody(request),
        // Its length is announced and kept: there is nothing to count again on the way.
        ...(streamed === undefined ? {} : { maxBodyLength: -1 }),
        // A proxy is for the way out, never for this machine: it would be shown the secret in the clear.
        ...(isLoopback(new URL(request.url).hostname) ? { proxy: false } : {}),
        ...(addresses === undefined ? {} : { lookup: async () => [[...addresses]] }),
      });
      this.serverTime.observe(plainHeaders(response)['date'], started, this.#clock.now());
      this.#logger.debug('request', {
        method: request.method,
        url: request.url,
        status: response.status,
        milliseconds: this.#clock.now() - started,
      });
      return this.#judge(request, response);
    } catch (error) {
      if (request.signal?.aborted === true) throw cancelled();
      // Neither is it the network's fault, nor would another try go better.
      if (streamed?.fault !== undefined) throw streamed.fault;
      return networkFailure(request, error, deadline.expired);
    } finally {
      streamed?.close();
    }
  }

  /** Who gives a connection twice the usual time, gives it to large files, too. */
  #timeoutOf({ timeoutMilliseconds = defaultTimeoutMilliseconds }: HttpRequest): number {
    return Math.ceil((timeoutMilliseconds * this.#timeoutMilliseconds) / defaultTimeoutMilliseconds);
  }

  #judge(request: HttpRequest, response: AxiosResponse<string>): HttpResponse | FailedRequest {
    const { status } = response;
    const headers = plainHeaders(response);
    const text = typeof response.data === 'string' ? response.data : '';
    const refused = {
      status,
      text,
      contentType: headers['content-type'],
      retryAfter: parseRetryAfter(headers['retry-after'], this.#clock.now()),
    };
    if (status === 429) return throttled(request, refused);
    if (status >= 500) return serverFailure(request, refused);
    return { status, headers, text, json: parseJson(text) };
  }
}

function plainHeaders(response: AxiosResponse<string>): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.headers)) {
    if (typeof value === 'string') headers[name.toLowerCase()] = value;
  }
  return headers;
}

function parseJson(text: string): unknown {
  if (text.trim() === '' || isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
