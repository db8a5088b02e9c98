import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A line to the server that one machine has for itself: its requests of the API are counted, and one of them can be held back
 * until it is let go, so that the steps of two machines come in a known order.
 */
export class HeldLine implements AsyncDisposable {
  readonly url: string;
  readonly #server: Server;
  #passed = 0;
  #isCut = false;
  #onlyWrites = false;
  #holdAt = 0;
  #reached: () => void = () => undefined;
  #released: Promise<void> = Promise.resolve();
  #release: () => void = () => undefined;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async to(target: string): Promise<HeldLine> {
    const late: { line?: HeldLine } = {};
    const server = createServer((incoming, outgoing) => {
      void late.line?.pass(target, incoming, outgoing);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (late.line = new HeldLine(server));
  }

  /** Requests of the API since it was asked to hold one. */
  get passed(): number {
    return this.#passed;
  }

  /** Holds back the request, or the write, that comes as number `nth` from now; answers when it has come. */
  hold(nth: number, { onlyWrites = false } = {}): Promise<void> {
    this.#passed = 0;
    this.#onlyWrites = onlyWrites;
    this.#holdAt = nth;
    this.#released = new Promise((resolve) => (this.#release = resolve));
    return new Promise((resolve) => (this.#reached = resolve));
  }

  /** Lets the held request go as the last one of the machine: what it asks after it does not get through. */
  letGoAndCut(): void {
    this.#isCut = true;
    this.letGo();
  }

  mend(): void {
    this.#isCut = false;
  }

  letGo(): void {
    this.#holdAt = 0;
    this.#release();
  }

  async pass(target: string, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const isCounted = !this.#onlyWrites || incoming.method !== 'GET';
    const isApi = incoming.url?.startsWith('/api/') === true && isCounted;
    if (this.#isCut) {
      incoming.socket.destroy();
      return;
    }
    if (isApi) this.#passed += 1;
    if (isApi && this.#passed === this.#holdAt) {
      this.#reached();
      await this.#released;
    }
    const { method, headers } = incoming;
    const onwards = request(`${target}${incoming.url ?? ''}`, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onwards.on('error', () => outgoing.destroy());
    incoming.pipe(onwards);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
