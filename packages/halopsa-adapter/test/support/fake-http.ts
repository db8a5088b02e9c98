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
    this.requests.push(request);
    const answer = (await this.#server(request)) ?? signIn(request);
    if (answer === undefined)
      throw new Error(`The fake server has no answer to ${request.method} ${request.url}.`);
    const text = answer.text ?? (answer.json === undefined ? '' : JSON.stringify(answer.json));
    return { status: answer.status ?? 200, headers: {}, text, json: answer.json };
  }
}

function signIn({ url }: HttpRequest): FakeAnswer | undefined {
  if (url.endsWith('/api/AuthInfo')) return { status: 404 };
  if (url.endsWith('/token')) return { json: { access_token: fakeToken, expires_in: 3600, scope: 'all' } };
  return undefined;
}
