/**
 * The HTTP port that adapters see. It speaks to one server, never follows a redirect, counts against the request
 * budget of the connection, and repeats what is safe to repeat: reads, and writes proven not to have arrived.
 *
 * Raises `remote.unavailable` (network, time-out, 5xx; `details.arrived` says whether a write may have been carried
 * out, `details.status` is the 5xx status), `remote.rateLimited` (429 after the last try) and `cancelled`.
 * Every other status is returned, redirects included. An answer of more than 64 MB is `remote.unexpected`.
 */
export interface HttpClient {
  request(request: HttpRequest): Promise<HttpResponse>;
}

export interface HttpRequest {
  /** `write` changes something in the PSA; asking for a token is a `read`. */
  readonly effect: 'read' | 'write';
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute address. */
  readonly url: string;
  /** Undefined values are left out; order is kept. */
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as a URL-encoded form. */
  readonly form?: Readonly<Record<string, string>>;
  /** Sent piece by piece, so that a large body is never in the memory as a whole. Opened again for each try. */
  readonly stream?: {
    readonly mediaType: string;
    /** Bytes. */
    readonly length: number;
    readonly open: () => AsyncIterable<Uint8Array>;
  };
  /** Milliseconds until this try is given up, its answer half read or not, where the usual time is 30,000; changed in proportion where it is not. */
  readonly timeoutMilliseconds?: number;
  /**
   * Absolute address of the server that named the one in `url`, when nobody configured that: the request is not sent
   * when it would lead into a private network that the first server is not in (`remote.unexpected`).
   */
  readonly namedBy?: string;
  readonly signal?: AbortSignal | undefined;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body parsed as JSON; undefined when it is empty or no JSON. */
  readonly json: unknown;
}
