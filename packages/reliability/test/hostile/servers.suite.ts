import { expect } from 'chai';
import type { Sandbox } from '@quotebridge/halopsa-sandbox';
import { gzipSync } from 'node:zlib';
import { Machine } from '../../src/command/machine.js';
import { refusal } from '../../src/hostile/bounded-run.js';
import {
  HostileServer,
  hostileSecret,
  hostileToken,
  json,
  text,
  type Answer,
} from '../../src/hostile/hostile-server.js';

const search = ['clients', 'search', 'acme'];
const bounds = { seconds: 60, megabytes: 500 };

describe('servers that mean no good', function () {
  this.timeout(180_000);
  let server: HostileServer;
  let elsewhere: HostileServer;
  let machine: Machine;

  beforeEach(async () => {
    server = await HostileServer.start();
    elsewhere = await HostileServer.start();
    const account = { url: server.url, clientId: 'client', clientSecret: hostileSecret, tenant: 'tenant' };
    machine = new Machine(account as unknown as Sandbox, { requests: { timeoutSeconds: 1, limit: 100_000 } });
  });
  afterEach(async () => {
    machine[Symbol.dispose]();
    await server[Symbol.asyncDispose]();
    await elsewhere[Symbol.asyncDispose]();
  });

  /** The secret goes to the token endpoint alone, the token to the API alone, and neither to anybody else. */
  function expectNothingLeft(): void {
    expect(elsewhere.seen).to.deep.equal([]);
    for (const request of server.seen) {
      const sent = JSON.stringify(request);
      if (sent.includes(hostileSecret)) expect(request.path).to.match(/\/token$/);
      if (sent.includes(hostileToken)) expect(request.path).to.match(/^\/api\//);
      expect(request.path).not.to.contain(hostileSecret).and.not.to.contain(hostileToken);
    }
  }

  for (const status of [301, 302, 303, 307, 308]) {
    describe(`a redirect (${status}) to another host`, () => {
      const redirect: Answer = (response) => {
        response.writeHead(status, { location: `${elsewhere.url}/auth/token` });
        response.end();
      };

      it('of the question who gives out tokens is not followed', async () => {
        server.answers = [[/AuthInfo/, redirect]];
        await refusal(machine, search, bounds);
        expectNothingLeft();
        expect(server.seen.map(({ path }) => path)).to.include('/auth/token');
      });

      it('of the token endpoint is not followed, and named', async () => {
        server.answers = [[/token$/, redirect]];
        const error = await refusal(machine, search, bounds);
        expect(error.code).to.equal('remote.unexpected');
        expect(error.details.next).to.contain('serverUrl');
        expectNothingLeft();
      });

      it('of a read and of the check is not followed, and named', async () => {
        server.answers = [[/\/api\/(?!AuthInfo)/, redirect]];
        const error = await refusal(machine, search, bounds);
        expect(error.code).to.equal('remote.unexpected');
        expect(error.message).to.contain('redirect');
        await machine.run(['check', '--json']);
        expectNothingLeft();
      });
    });
  }

  it('an authorisation server elsewhere that is not encrypted is not asked', async () => {
    for (const auth_url of [
      `${elsewhere.url}/auth`,
      elsewhere.url.replace('127.0.0.1', 'localhost'),
      elsewhere.url.replace('http://', 'http://user:password@'),
      `${elsewhere.url.replace('http:', 'HTTP:')}/auth#`,
      `//${new URL(elsewhere.url).host}/auth`,
      'file:///etc/passwd',
      'javascript:alert(1)',
      `${server.url}@${new URL(elsewhere.url).host}/auth`,
      `${server.url}\\@${new URL(elsewhere.url).host}/auth`,
    ]) {
      server.answers = [[/AuthInfo/, json({ auth_url, tenant_id: 'x' })]];
      await refusal(machine, search, bounds);
      machine.restoreState();
    }
    expectNothingLeft();
  });

  const endless: Answer = (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const timer = setInterval(() => response.write(' '), 100);
    response.on('close', () => clearInterval(timer));
  };
  const packed = gzipSync(Buffer.alloc(1_000_000_000));
  const unpacksToMuch: Answer = (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    response.end(packed);
  };
  const polluting = '{"__proto__":{"clients":[]},"constructor":{"prototype":{"x":1}},"record_count":"1e9"}';
  const answers: readonly (readonly [string, Answer])[] = [
    ['trickles in without end', endless],
    ['unpacks to a gigabyte', unpacksToMuch],
    ['says it is packed and is not', text('no gzip', 200, { 'content-encoding': 'gzip' })],
    ['nests without bottom', text('['.repeat(1_000_000) + ']'.repeat(1_000_000))],
    [
      'nests without bottom in its error',
      text(`{"Message":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 400),
    ],
    ['has an error of 50 MB', text(JSON.stringify({ Message: 'x'.repeat(50_000_000) }), 400)],
    ['names properties that every object has', text(polluting)],
    ['is no JSON', text('\u0000\u0001 no JSON')],
    ['is null', text('null')],
    ['is a number', text('7')],
    ['holds rows that are none', json({ record_count: 3, clients: [null, 7, 'x'] })],
    ['breaks off', (response) => response.socket?.destroy()],
    [
      'is shorter than it says',
      (response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{');
        response.socket?.destroySoon();
      },
    ],
    [
      'has a header without end',
      (response) => void response.socket?.end(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(5_000_000)}`),
    ],
    ['refuses every token', text('', 401)],
  ];
  for (const [what, answer] of answers) {
    it(`an answer that ${what} ends in time, in memory and in words`, async () => {
      server.answers = [[/\/api\/(?!AuthInfo)/, answer]];
      const { code, stdout } = await machine.run([...search, '--json']);
      // Some of these are answers without a client, which is no fault.
      if (code !== 0) {
        machine.restoreState();
        await refusal(machine, search, bounds);
      } else expect(JSON.parse(stdout)).to.be.an('object');
      expectNothingLeft();
    });
  }

  it('a list whose pages never end is given up', async () => {
    let id = 0;
    server.answers = [
      [
        /\/api\/Client/i,
        (response, request) => {
          const clients = Array.from({ length: 100 }, () => ({ id: (id += 1), name: `Client ${id}` }));
          json({ record_count: 1_000_000_000, clients })(response, request);
        },
      ],
    ];
    const { code, stdout } = await machine.run([...search, '--json']);
    expect(code, stdout.slice(0, 500)).to.be.oneOf([0, 7]);
    expect(server.seen.length).to.be.below(2_000);
  });

  it('tokens and secrets that a server repeats reach nobody', async () => {
    const repeated = [hostileToken, hostileSecret, encodeURIComponent(hostileSecret)].join(' ');
    for (const status of [200, 400, 401, 403, 404, 422, 500, 502]) {
      for (const path of [/\/api\/(?!AuthInfo)/, /token$/, /AuthInfo/]) {
        // What the token endpoint calls by another name than a token cannot be known to be one.
        const said = path.source === 'token$' ? hostileSecret : repeated;
        server.answers = [[path, json({ Message: said, error: said, error_description: said }, status)]];
        machine.restoreState();
        const { stdout, stderr } = await machine.run([...search, '--verbose']);
        expect(stdout + stderr, `${status} ${path.source}`)
          .not.to.contain(hostileToken)
          .and.not.to.contain(hostileSecret);
      }
    }
  });
});
