import { errorOf, runCommand, startCommand } from './harness/run-command.js';
import { example, Workplace } from './harness/workplace.js';
import { expect } from 'chai';
import { createServer, type AddressInfo } from 'node:net';

describe('sandbox', () => {
  it('prints one line when it answers, and ends when it is asked to', async () => {
    const { child, ended } = startCommand(['sandbox', '--port', '0', '--items', '50', '--json']);
    const line = await new Promise<string>((resolve) =>
      child.stdout?.once('data', (data: string) => resolve(data)),
    );
    const facts = JSON.parse(line) as {
      url: string;
      clientId: string;
      clientSecret: string;
      tenant: string;
      pid: number;
    };
    expect(facts.pid).to.equal(child.pid);
    expect(facts).to.have.all.keys('url', 'clientId', 'clientSecret', 'tenant', 'pid');
    expect((await fetch(`${facts.url}/__sandbox/state`)).status).to.equal(200);
    process.kill(facts.pid, 'SIGTERM');
    expect((await ended).code).to.equal(0);
  });

  it('prints a line for init that leads to a first push', async () => {
    await using place = Workplace.empty();
    const { child, ended } = place.start(['sandbox', '--port', '0', '--items', '50']);
    const text = await new Promise<string>((resolve) =>
      child.stdout?.once('data', (data: string) => resolve(data)),
    );
    const start = text.indexOf('quotebridge init ') + 'quotebridge '.length;
    const line = text.slice(start, text.indexOf('\n  quotebridge items sync'));
    await place.succeed(line.replaceAll('\\\n', ' ').trim().split(/\s+/));
    expect(text).to.contain('quotebridge push examples/quotes.csv --doc AAAQ1001');
    await place.succeed(['items', 'sync']);
    await place.succeed(['push', example('quotes.csv'), '--doc', 'AAAQ1001', '--yes']);
    child.kill('SIGTERM');
    expect((await ended).code).to.equal(0);
  });

  it('says which port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const ended = await runCommand(['sandbox', '--port', String(port), '--json']);
    server.close();
    expect(ended.code).to.equal(2);
    expect(errorOf(ended).message).to.contain(String(port));
  });

  it('refuses a seed and a switch that cannot be used', async () => {
    await using place = Workplace.empty();
    const seed = await runCommand([
      'sandbox',
      '--port',
      '0',
      '--json',
      '--seed',
      place.write('seed.json', '{"clients": 5}'),
    ]);
    expect([seed.code, errorOf(seed).code]).to.deep.equal([2, 'usage']);
    const missing = await runCommand(['sandbox', '--port', '0', '--json', '--seed', place.path('none.json')]);
    expect([missing.code, errorOf(missing).code]).to.deep.equal([2, 'usage']);
    const wrong = await runCommand(['sandbox', '--port', '0', '--json', '--switch', 'gravity=off']);
    expect([wrong.code, errorOf(wrong).code]).to.deep.equal([2, 'usage']);
    const shapeless = await runCommand(['sandbox', '--port', '0', '--json', '--switch', 'gravity']);
    expect(errorOf(shapeless).details.faults?.[0]?.expected).to.equal('NAME=VALUE');
  });
});
