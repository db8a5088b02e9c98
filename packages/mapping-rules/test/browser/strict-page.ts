import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { packageModules } from './package-modules.js';

/** Nothing but modules of the page's own server: no inline script, no `eval`, no other host. */
const policy = "default-src 'none'; script-src 'self'; connect-src 'self'";

const page = '<!doctype html><title>rules</title><script type="module" src="/page.js"></script>';
const script = `
  const violations = [];
  addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective + ' ' + event.blockedURI));
  const answer = (body) => fetch('/answer', { method: 'POST', body: JSON.stringify(body) });
  try {
    const { check } = await import('/check-in-page.js');
    const before = violations.length;
    const found = check({ ...(await import('/package/index.js')), ...(await import('/package/tools.js')) });
    await new Promise((resolve) => setTimeout(resolve, 50));
    answer({ found, violations: violations.slice(before) });
  } catch (error) {
    answer({ error: String(error) });
  }
`;

/** A page on this machine that imports the package as it is published; `answer` is what the page has found. */
export interface StrictPage extends AsyncDisposable {
  readonly address: string;
  readonly answer: Promise<unknown>;
}

export async function serveStrictPage(): Promise<StrictPage> {
  const check = readFileSync(new URL('check-in-page.js', import.meta.url), 'utf8');
  const files = new Map([
    ['/page.js', script],
    ['/check-in-page.js', check],
  ]);
  for (const [path, text] of await packageModules()) files.set(`/package/${path}`, text);

  let resolve: (answer: unknown) => void = () => undefined;
  const answer = new Promise<unknown>((answered) => (resolve = answered));
  const server = createServer((request, response) => {
    response.setHeader('content-security-policy', policy);
    if (request.method === 'POST') {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        response.end();
        resolve(JSON.parse(Buffer.concat(pieces).toString('utf8')));
      });
      return;
    }
    const text = request.url === '/' ? page : files.get(request.url ?? '');
    response.statusCode = text === undefined ? 404 : 200;
    response.setHeader('content-type', request.url === '/' ? 'text/html' : 'text/javascript');
    response.end(text ?? '');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    answer,
    [Symbol.asyncDispose]: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
