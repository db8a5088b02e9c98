import { connect } from 'node:net';
import { once } from 'node:events';
import { expect } from 'chai';
import { startSandbox } from '../src/index.js';
import { SandboxClient } from './support/sandbox-client.js';

describe('life of a sandbox', () => {
  it('says where it is and who may log in', async () => {
    const sandbox = await startSandbox();
    expect(sandbox.url).to.equal(`http://127.0.0.1:${sandbox.port}`);
    expect(sandbox.tenant).to.equal('northwind');
    expect(sandbox.clientId).to.match(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(sandbox.clientSecret).to.match(/^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-?){2}$/);
    await sandbox.close();
  });

  it('closes at once with connections open, and may be closed twice', async () => {
    const client = await SandboxClient.start();
    const idle = connect(client.sandbox.port, '127.0.0.1');
    await once(idle, 'connect');
    await client.fault({ match: {}, fault: { type: 'delay', ms: 60_000 } });
    const hanging = client.get('/api/Client').catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 30));
    const start = performance.now();
    await Promise.all([client.close(), client.close()]);
    await client.close();
    await hanging;
    expect(performance.now() - start).to.be.lessThan(1000);
    idle.destroy();
    expect(await client.get('/').catch(() => 'gone')).to.equal('gone');
  });

  it('listens on the port it is given, and says so when that is taken', async () => {
    const first = await startSandbox();
    const error = await startSandbox({ port: first.port }).catch((reason: unknown) => reason);
    expect(error).to.have.property('code', 'EADDRINUSE');
    await first.close();
    const second = await startSandbox({ port: first.port });
    expect(second.port).to.equal(first.port);
    await second.close();
  });

  it('keeps two sandboxes apart', async () => {
    const [one, two] = [await SandboxClient.start(), await SandboxClient.start()];
    await one.post('/api/Client', [{ id: 101, name: 'Changed' }]);
    expect((await two.get('/api/Client/101')).body['name']).to.equal('Acme Dental Group');
    await Promise.all([one.close(), two.close()]);
  });
});
