import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { silentLogger } from '../../src/base/logger.js';
import { AxiosHttpClient } from '../../src/http/axios-http-client.js';
import type { HttpRequest } from '../../src/http/http-client.js';
import { RequestBudget } from '../../src/http/request-budget.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import type { StateStore } from '../../src/state/state-store.js';
import { collectGarbage } from '../fakes/collect-garbage.js';
import { errorOf } from '../fakes/error-of.js';
import { answer, HttpServer } from '../fakes/http-server.js';
import { ManualClock } from '../fakes/manual-clock.js';

const megabyte = 1024 * 1024;
const pieceSize = 64 * 1024;

describe('a streamed body', () => {
  let state: StateStore;
  let client: AxiosHttpClient;

  beforeEach(async () => {
    state = await openSqliteState({ path: ':memory:' });
    const clock = new ManualClock(0);
    client = new AxiosHttpClient(
      new RequestBudget({ requests: state.requests, connection: 'main', clock: clock }),
      clock,
      silentLogger,
    );
  });
  afterEach(() => state[Symbol.asyncDispose]());

  /** Content of that many bytes, counting what was read and whether it was let go. */
  function content(length: number): {
    readonly opened: number;
    readonly closed: number;
    readonly read: number;
    readonly stream: NonNullable<HttpRequest['stream']>;
    onPiece: () => void;
  } {
    const seen = {
      opened: 0,
      closed: 0,
      read: 0,
      onPiece: (): void => undefined,
      stream: {
        mediaType: 'application/json',
        length,
        async *open(): AsyncGenerator<Uint8Array> {
          seen.opened += 1;
          seen.read = 0;
          try {
            while (seen.read < length) {
              await new Promise(setImmediate);
              const piece = new Uint8Array(Math.min(pieceSize, length - seen.read)).fill(97);
              seen.read += piece.length;
              seen.onPiece();
              yield piece;
            }
          } finally {
            seen.closed += 1;
          }
        },
      },
    };
    return seen;
  }

  describe('to a server that reads it to its end', () => {
    let server: HttpServer;
    beforeEach(async () => {
      server = new HttpServer();
      await server.start();
    });
    afterEach(() => server[Symbol.asyncDispose]());

    const upload = (stream: NonNullable<HttpRequest['stream']>, more: Partial<HttpRequest> = {}) =>
      client.request({
        effect: 'write',
        method: 'POST',
        url: `${server.url}/api/Attachment`,
        stream,
        ...more,
      });

    it('arrives complete, with its type and its length', async () => {
      const body = content(3 * pieceSize + 5);
      await upload(body.stream);
      expect(server.seen[0]?.headers['content-type']).to.equal('application/json');
      expect(server.seen[0]?.headers['content-length']).to.equal(`${body.stream.length}`);
      expect(server.seen[0]?.headers).to.not.have.property('transfer-encoding');
      expect(server.seen[0]?.body).to.equal('a'.repeat(body.stream.length));
      expect(body).to.include({ opened: 1, closed: 1 });
    });

    it('is opened again for each try', async () => {
      const body = content(2 * pieceSize);
      server.answers = [answer(429), answer(200)];
      await upload(body.stream);
      expect(server.seen.map((request) => request.body.length)).to.deep.equal([2 * pieceSize, 2 * pieceSize]);
      expect(body).to.include({ opened: 2, closed: 2 });
    });

    it('is not sent a second time when nobody knows whether it arrived', async () => {
      server.answers = [(response) => response.socket?.destroy()];
      const body = content(pieceSize);
      expect((await errorOf(upload(body.stream))).details.arrived).to.equal('unknown');
      expect(body).to.include({ opened: 1, closed: 1 });
    });

    for (const [what, length] of [
      ['shorter', 1],
      ['longer', -1],
    ] as const) {
      it(`is given up when the content is ${what} than announced`, async () => {
        const body = content(2 * pieceSize - length);
        const error = await errorOf(upload({ ...body.stream, length: 2 * pieceSize }));
        expect(error.code).to.equal('plan.stale');
        expect(error.details.arrived).to.equal('no');
        expect(server.seen).to.deep.equal([]);
      });
    }

    it('gives up with the fault of its source, once', async () => {
      let opened = 0;
      const error: unknown = await upload({
        mediaType: 'text/plain',
        length: 5,
        // eslint-disable-next-line require-yield -- it fails before its first piece
        async *open() {
          opened += 1;
          throw new Error('the disk is gone');
        },
      }).catch((fault: unknown) => fault);
      expect(error).to.have.property('message', 'the disk is gone');
      expect(opened).to.equal(1);
    });
  });

  describe('to a server of its own pace', () => {
    let server: Server;
    let take: (request: IncomingMessage) => void;
    beforeEach(async () => {
      server = createServer((request, response) => {
        take(request);
        request.on('end', () => response.end('{}'));
        request.on('error', () => undefined);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    });
    afterEach(async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });

    const upload = (stream: NonNullable<HttpRequest['stream']>, signal?: AbortSignal) =>
      client.request({
        effect: 'write',
        method: 'POST',
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
        stream,
        signal,
      });

    it('is never in the memory as a whole', async () => {
      const body = content(64 * megabyte);
      take = (request) => request.resume();
      collectGarbage();
      const before = held();
      let most = 0;
      body.onPiece = () => {
        if (body.read % (8 * megabyte) !== 0) return;
        collectGarbage();
        most = Math.max(most, held() - before);
      };
      await upload(body.stream);
      expect(body.read).to.equal(64 * megabyte);
      expect(most / megabyte).to.be.lessThan(32);
    });

    it('is read no faster than it is taken, and let go when the request is cancelled', async () => {
      const body = content(64 * megabyte);
      const controller = new AbortController();
      take = (request) => {
        request.pause();
        setTimeout(() => controller.abort(), 150);
      };
      expect((await errorOf(upload(body.stream, controller.signal))).code).to.equal('cancelled');
      const read = body.read;
      expect(read).to.be.lessThan(32 * megabyte);
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(body).to.include({ opened: 1, closed: 1, read });
    });
  });
});

/** Bytes of the heap and of buffers outside it. */
function held(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
