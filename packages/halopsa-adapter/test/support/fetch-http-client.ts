import {
  QuotebridgeError,
  type HttpClient,
  type HttpRequest,
  type HttpResponse,
} from '@quotebridge/core/plugin';

/** The HTTP port over `fetch`, without retries: enough to drive the sandbox. It keeps what went over the line. */
export class FetchHttpClient implements HttpClient {
  readonly requests: HttpRequest[] = [];
  /** Plays the network: an answer given here never reaches the server. */
  intercept: (request: HttpRequest) => Promise<Response> | undefined = () => undefined;

  async request(request: HttpRequest): Promise<HttpResponse> {
    const { effect, method, signal, timeoutMilliseconds = 30_000 } = request;
    if (isAborted(signal)) throw new QuotebridgeError('cancelled', 'Cancelled.');
    this.requests.push(request);
    const timeout = AbortSignal.timeout(timeoutMilliseconds);
    let response: Response;
    let text: string;
    try {
      response = await (this.intercept(request) ??
        fetch(address(request), {
          method,
          headers: { ...request.headers, ...contentType(request) },
          ...(await body(request)),
          redirect: 'manual',
          signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
        }));
      text = await response.text();
    } catch {
      if (isAborted(signal)) throw new QuotebridgeError('cancelled', 'Cancelled.');
      throw new QuotebridgeError('remote.unavailable', 'The server did not answer.', {
        ...(effect === 'write' ? { arrived: 'unknown' as const } : {}),
      });
    }
    const { status } = response;
    if (status >= 500) {
      throw new QuotebridgeError('remote.unavailable', `The server answered with status ${status}.`, {
        status,
        ...(effect === 'write' ? { arrived: 'unknown' as const } : {}),
      });
    }
    if (status === 429) throw new QuotebridgeError('remote.rateLimited', 'Too many requests.', { status });
    return { status, headers: Object.fromEntries(response.headers), text, json: parsed(text) };
  }
}

function address({ url, query = {} }: HttpRequest): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  return pairs.length === 0 ? url : `${url}?${new URLSearchParams(pairs).toString()}`;
}

function contentType({ json, form, stream }: HttpRequest): Record<string, string> {
  if (json !== undefined) return { 'content-type': 'application/json; charset=utf-8' };
  if (stream !== undefined) return { 'content-type': stream.mediaType };
  return form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
}

/** @throws when a stream is not as long as it says. */
async function body({ json, form, stream }: HttpRequest): Promise<{ readonly body?: BodyInit }> {
  if (json !== undefined) return { body: JSON.stringify(json) };
  if (form !== undefined) return { body: new URLSearchParams(form) };
  if (stream === undefined) return {};
  const pieces: Uint8Array[] = [];
  for await (const piece of stream.open()) pieces.push(piece.slice());
  const whole = new Blob(pieces as BlobPart[]);
  if (whole.size !== stream.length) throw new Error(`${whole.size} bytes in place of ${stream.length}`);
  return { body: whole };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A function of its own, because the signal may fire between two looks at it. */
function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}
