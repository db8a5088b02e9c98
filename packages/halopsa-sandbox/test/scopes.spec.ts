import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { knownScopes } from '../src/auth/scopes.js';
import { SandboxClient } from './support/sandbox-client.js';
import { newOpportunity } from './support/seeded.js';

interface DocumentedRow {
  readonly paths: readonly string[];
  readonly read: readonly string[];
  readonly write: readonly string[];
}

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const section = readme.slice(readme.indexOf('## Scopes'), readme.indexOf('## Control'));
const words = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
const documented: DocumentedRow[] = [...section.matchAll(/^\| (`\/.+?) *\|(.+?)\|(.+?)\|$/gm)].map(
  ([, paths, read, write]) => ({ paths: words(paths), read: words(read), write: words(write) }),
);
const narrow = [...knownScopes].filter((scope) => scope !== 'all' && scope !== 'all:standard');

describe('scopes', () => {
  let client: SandboxClient;

  before(async () => {
    client = await SandboxClient.start({ rateLimit: false });
  });
  after(() => client.close());

  const reads = async (path: string): Promise<number> =>
    (await client.get(path === '/Actions' ? '/api/Actions?ticket_id=5001' : `/api${path}`)).status;
  /** Nothing is stored: an empty list is valid, and forbidden before it is looked at. */
  const writes = async (path: string): Promise<number> => (await client.post(`/api${path}`, [])).status;

  it('are documented for every kind of record', () => {
    const paths = documented.flatMap((row) => row.paths);
    expect(paths).to.include.members([
      '/Client',
      '/Opportunities',
      '/Quotation',
      '/Item',
      '/Attachment',
      '/FieldInfo',
    ]);
    expect(paths).to.have.length(21);
  });

  for (const { paths, read, write } of documented) {
    it(`open ${paths.join(', ')} as documented`, async () => {
      for (const [scopes, use, only] of [
        [read, reads, paths],
        [write, writes, paths.filter((path) => !['/Lookup', '/Control'].includes(path))],
      ] as const) {
        if (scopes.length === 0) continue;
        await client.login(narrow.filter((scope) => !scopes.includes(scope)).join(' '));
        for (const path of only) expect(await use(path), `${path} with all others`).to.equal(403);
        for (const scope of scopes) {
          await client.login(scope);
          for (const path of only) expect(await use(path), `${path} with ${scope}`).to.be.oneOf([200, 201]);
        }
      }
    });
  }

  it('are refused with a body that is not JSON', async () => {
    await client.login('read:items');
    for (const answer of [await client.get('/api/Quotation'), await client.delete('/api/Attachment/9001')]) {
      expect(answer.status).to.equal(403);
      expect(answer.body).to.equal(undefined);
      expect(answer.text).to.not.equal('');
    }
  });

  it('may all be needed', async () => {
    await client.switch({ scopeRule: 'all' });
    await client.login('edit:crm');
    expect((await client.post('/api/Opportunities', [newOpportunity])).status).to.equal(403);
    await client.login('edit:crm edit:sales edit:tickets');
    expect((await client.post('/api/Opportunities', [newOpportunity])).status).to.equal(201);
    await client.switch({ scopeRule: 'any' });
  });

  it('may be needed for reading the set-up', async () => {
    await client.login('read:items');
    for (const path of ['/TicketType', '/FieldInfo', '/Control', '/Lookup?lookupid=39']) {
      expect(await reads(path), path).to.equal(200);
    }
    await client.switch({ setupReadScopes: ['admin', 'read:reporting'] });
    for (const path of ['/TicketType', '/FieldInfo', '/Control', '/Lookup?lookupid=39', '/Agent']) {
      expect(await reads(path), path).to.equal(403);
    }
    expect(await reads('/Agent/me')).to.equal(200);
    await client.login('read:reporting');
    expect(await reads('/TicketType')).to.equal(200);
    await client.switch({ setupReadScopes: [] });
  });

  describe('of an application with few', () => {
    let limited: SandboxClient;

    before(async () => {
      const application = { scopes: ['read:customers', 'read:quotes'] };
      limited = await SandboxClient.start({ seed: { application } });
    });
    after(() => limited.close());

    it('are refused beyond those', async () => {
      await limited.switch({ scopeBeyondApplication: 'refuse' });
      expect((await limited.token({ scope: 'read:customers' })).body['scope']).to.equal('read:customers');
      for (const scope of ['all', 'all:standard', 'read:customers edit:customers']) {
        const { status, body } = await limited.token({ scope });
        expect(status, scope).to.equal(400);
        expect(body['error']).to.equal('invalid_scope');
      }
    });

    it('or reduced to those, which the token answer tells', async () => {
      await limited.switch({ scopeBeyondApplication: 'reduce' });
      for (const [asked, granted] of [
        ['all', 'read:customers read:quotes'],
        ['all:standard', 'read:customers read:quotes'],
        ['read:quotes edit:quotes', 'read:quotes'],
        ['edit:quotes', ''],
      ] as const) {
        expect((await limited.token({ scope: asked })).body['scope'], asked).to.equal(granted);
      }
      await limited.login('all');
      expect((await limited.get('/api/Client')).status).to.equal(200);
      expect((await limited.get('/api/Item')).status).to.equal(403);
      expect((await limited.token({ scope: 'read:nothing' })).body['error']).to.equal('invalid_scope');
    });
  });
});
