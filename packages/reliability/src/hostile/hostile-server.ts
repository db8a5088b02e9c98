import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Answer = (response: ServerResponse, request: SeenRequest) => void;

/** The secret and the token of a server that means no good; both easy to find in whatever is sent elsewhere. */
export const hostileSecret = 'hostile-client-secret-0815';
export const hostileToken = 'hostile-access-token-4711';

/**
 * A server that gives out tokens as HaloPSA does, and answers everything else as told. What it was sent is kept.
 */
export class HostileServer implements AsyncDisposable {
  readonly seen: SeenRequest[] = [];
  /** Of requests that match; the first that fits. */
  answers: readonly (readonly [path: RegExp, answer: Answer])[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((message, response) => {
      const pieces: Buffer[] = [];
      response.on('error', () => undefined);
      message.on('error', () => undefined);
      message.on('data', (piece: Buffer) => pieces.push(piece));
      message.on('end', () => {
        const path = (message.url ?? '').replace(/\?.*$/s, '');
        const body = Buffer.concat(pieces).toString('utf8');
        const request = { method: message.method ?? '', path, headers: message.headers, body };
        this.seen.push(request);
        const answer = this.answers.find(([pattern]) => pattern.test(path))?.[1] ?? usualAnswer;
        answer(response, request);
      });
    });
  }

  static async start(): Promise<HostileServer> {
    const server = new HostileServer();
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

export function json(value: unknown, status = 200): Answer {
  return text(JSON.stringify(value), status);
}

export function text(content: string, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(content);
  };
}

function usualAnswer(response: ServerResponse, request: SeenRequest): void {
  const isToken = request.path.endsWith('/token');
  const answer = isToken
    ? json({ access_token: hostileToken, token_type: 'Bearer', expires_in: 3600, scope: 'all' })
    : text('', 404);
  answer(response, request);
}
