import type { HttpClient, HttpRequest, HttpResponse } from '@quotebridge/core/plugin';

export type FakeAnswer = Partial<Pick<HttpResponse, 'status' | 'text'>> & { readonly json?: unknown };
export type FakeServer = (request: HttpRequest) => FakeAnswer | Promise<FakeAnswer>;

export const fakeToken = 'token-9f27';

/** Answers from a function. Sign-in succeeds unless the function answers it; other unanswered requests fail the test. */
export class FakeHttp implements HttpClient {
  readonly requests: HttpRequest[] = [];
  readonly #server: (request: HttpRequest) => FakeAnswer | Promise<FakeAnswer> | undefined;

  constructor(
    server: (request: HttpRequest) => FakeAnswer | Promise<FakeAnswer> | undefined = () => undefined,
  ) {
    this.#server = server;
  }

  /** Requests of the API itself, without those of signing in. */
  get calls(): readonly HttpRequest[] {
    return this.requests.filter(({ url }) => url.includes('/api/') && !url.endsWith('/api/AuthInfo'));
  }

  async request(request: HttpRequest): Promise<HttpResponse> {
    const readable = await asJson(request);
    this.requests.push(readable);
    const answer = (await this.#server(readable)) ?? signIn(request);
    if (answer === undefined)
      throw new Error(`The fake server has no answer to ${request.method} ${request.url}.`);
    const text = answer.text ?? (answer.json === undefined ? '' : JSON.stringify(answer.json));
    return { status: answer.status ?? 200, headers: {}, text, json: answer.json };
  }
}

/** A streamed body as the server reads it; a wrong length fails the test. */
async function asJson(request: HttpRequest): Promise<HttpRequest> {
  const { stream, ...rest } = request;
  if (stream === undefined) return request;
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for await (const piece of stream.open()) {
    length += piece.length;
    text += decoder.decode(piece, { stream: true });
  }
  if (length !== stream.length) throw new Error(`${length} bytes in place of ${stream.length}`);
  return { ...rest, json: JSON.parse(text) as unknown };
}

function signIn({ url }: HttpRequest): FakeAnswer | undefined {
  if (url.endsWith('/api/AuthInfo')) return { status: 404 };
  if (url.endsWith('/token')) return { json: { access_token: fakeToken, expires_in: 3600, scope: 'all' } };
  return undefined;
}
