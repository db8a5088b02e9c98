import { expect } from 'chai';
import type { CheckReport } from '@quotebridge/core/plugin';
import { openSandbox, type OpenSandbox } from '../support/open-sandbox.js';
import { rejection } from '../support/rejection.js';

const topics = (report: CheckReport, level: string): string[] =>
  report.findings.filter((finding) => finding.level === level).map(({ topic }) => topic);

describe('check, against the sandbox', () => {
  let sandbox: OpenSandbox;
  afterEach(() => sandbox.close());

  it('names the account and finds nothing wrong, in nine requests', async () => {
    sandbox = await openSandbox();
    const { value: report, calls } = await sandbox.counting(() => sandbox.manager.check());
    expect(report.account.id).to.match(/^\d+$/);
    expect(report.account.name).not.to.equal('');
    expect(topics(report, 'warning').concat(topics(report, 'error'))).to.deep.equal([]);
    expect(calls).to.have.length(9);
  });

  it('warns of tenant settings that get in the way', async () => {
    const control = {
      oppvalue_from_quote: true,
      create_so_on_quote_approved: true,
      createnewitemsfromquotes: true,
      quotepricedp: 1,
      miscitemidquote: 1007,
    };
    sandbox = await openSandbox({ seed: { control }, switches: { opportunityValueFromQuote: true } });
    const { findings } = await sandbox.manager.check();
    const text = findings.map(({ message, next }) => `${message} ${next ?? ''}`).join('\n');
    for (const name of Object.keys(control)) expect(text).to.contain(name);
    const accepted = await sandbox.managerWith({ freeLineItemId: '1007' }).check();
    expect(accepted.findings.map(({ message }) => message).join()).not.to.contain('miscitemidquote');
  });

  it('reports missing permissions and missing set-up as findings', async () => {
    const scopes = ['read:customers', 'read:tickets', 'read:sales'];
    sandbox = await openSandbox({ seed: { ticketTypes: [], application: { scopes } } });
    const report = await sandbox.managerWith({}, { scope: scopes.join(' ') }).check();
    expect(topics(report, 'error')).to.include.members(['ticket types', 'access']);
    expect(topics(report, 'warning')).to.include('scopes');
  });

  it('warns of ticket types with mandatory fields, unless the checks are skipped', async () => {
    const ticketTypes = [
      { id: 33, name: 'Opportunity', domain: 'opps', visible: true, hasmandatorytechfields: true },
    ];
    sandbox = await openSandbox({ seed: { ticketTypes } });
    expect(topics(await sandbox.manager.check(), 'warning')).to.deep.equal(['mandatory fields']);
    const skipping = sandbox.managerWith({ skipMandatoryFieldChecks: true });
    expect(topics(await skipping.check(), 'warning')).to.deep.equal([]);
  });

  it('fails with the settings to correct when signing in fails', async () => {
    sandbox = await openSandbox();
    const wrong = (account: object): Promise<unknown> => sandbox.managerWith({}, account).check();
    expect(
      (await rejection(wrong({ clientId: 'nobody' }), 'auth.rejected')).details.faults?.[0]?.at,
    ).to.equal('/account/clientId');
    expect((await rejection(wrong({ tenant: 'elsewhere' }), 'auth.rejected')).message).to.contain(
      'wrong tenant',
    );
    const scope = await rejection(wrong({ scope: 'read:nonsense' }), 'permission.missing');
    expect(scope.details.faults?.[0]?.at).to.equal('/account/scope');
  });

  it('signs in again once when the token is ended', async () => {
    sandbox = await openSandbox();
    await sandbox.manager.clients.get('101');
    await sandbox.control('faults', { match: { path: '/api/client' }, fault: { type: 'expireToken' } });
    const before = sandbox.http.requests.length;
    expect((await sandbox.manager.clients.get('101'))?.id).to.equal('101');
    const urls = sandbox.http.requests.slice(before).map(({ url }) => new URL(url).pathname);
    expect(urls).to.deep.equal(['/api/Client/101', '/auth/token', '/api/Client/101']);
  });

  it('keeps neither token nor secret in the cache', async () => {
    sandbox = await openSandbox({ switches: { authInfo: 'off' } });
    await sandbox.manager.clients.get('101');
    const kept = JSON.stringify([...sandbox.cache.entries]);
    const bearer = sandbox.http.requests.at(-1)?.headers?.['authorization'] ?? '';
    expect(bearer).to.match(/^Bearer .{8}/);
    expect(kept).not.to.contain(bearer.slice('Bearer '.length)).and.not.to.contain(sandbox.secret);
    expect(sandbox.cache.entries).to.have.property('size', 2);
  });
});
