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
    const manager = sandbox.managerWith({}, {}, { defaults: { ticketType: 'Opportunity' } });
    const { value: report, calls } = await sandbox.counting(() => manager.check());
    expect(report.account.id).to.match(/^\d+$/);
    expect(report.account.name).not.to.equal('');
    expect(topics(report, 'warning').concat(topics(report, 'error'))).to.deep.equal([]);
    expect(calls).to.have.length(9);
  });

  it('warns of tenant settings that get in the way', async () => {
    const control = { createnewitemsfromquotes: true, quotepricedp: 1, miscitemidquote: 1007 };
    sandbox = await openSandbox({
      seed: { control },
      switches: { opportunityValueFromQuote: true, salesOrderOnApproval: true, pipelineStages: 'on' },
    });
    const { findings } = await sandbox.manager.check();
    const text = findings.map(({ message, next }) => `${message} ${next ?? ''}`).join('\n');
    const names = [
      ...Object.keys(control),
      'oppvalue_from_quote',
      'create_so_on_quote_approved',
      'show_pipeline_stages',
    ];
    for (const name of names) expect(text).to.contain(name);
    const accepted = await sandbox.managerWith({ freeLineItemId: '1007' }).check();
    expect(accepted.findings.map(({ message }) => message).join()).not.to.contain('miscitemidquote');
  });

  it('reports missing permissions and missing set-up as findings', async () => {
    const scopes = ['read:customers', 'read:crm', 'read:tickets', 'read:sales'];
    sandbox = await openSandbox({ seed: { ticketTypes: [], application: { scopes } } });
    const report = await sandbox.managerWith({}, { scope: scopes.join(' ') }).check();
    expect(topics(report, 'error')).to.include.members(['ticket types', 'access']);
    const lacking = report.findings.filter(({ topic }) => topic === 'scopes').map(({ message }) => message);
    expect(lacking.map((message) => message.split(':')[0])).to.deep.equal([
      'Opportunities',
      'Quotes',
      'Products',
      'Attachments',
      'DataLink into clients and users',
    ]);
    expect(lacking[0]).to.contain('edit:crm edit:sales edit:tickets').and.not.to.contain('read:');
  });

  it('says of each missing scope what does not work, and nothing of what was read', async () => {
    sandbox = await openSandbox();
    const said = async (...scopes: readonly string[]): Promise<readonly string[]> => {
      const report = await sandbox.managerWith({}, { scope: scopes.join(' ') }).check();
      expect(topics(report, 'error')).to.deep.equal([]);
      return report.findings.filter(({ topic }) => topic === 'scopes').map(({ message }) => message);
    };
    const most = ['read:customers', 'read:crm', 'edit:crm', 'edit:customers', 'read:quotes', 'edit:quotes'];
    const tickets = ['read:tickets', 'edit:tickets', 'edit:sales', 'read:sales'];
    expect(await said(...most, ...tickets, 'read:items')).to.deep.equal([
      'Products: edit:items is missing. Without, none can be created or updated.',
    ]);
    const reading = most.filter((scope) => scope.startsWith('read:'));
    const opportunities = (await said(...reading, 'read:items')).find((text) => text.startsWith('Opp'));
    expect(opportunities).to.equal(
      'Opportunities: edit:crm edit:sales edit:tickets are missing. Without, none can be created, updated or completed.',
    );
    expect((await said(...most, 'read:items', 'edit:items'))[0]).to.equal(
      'Opportunities: edit:sales edit:tickets are missing. Without, it may be that none can be created, updated or completed.',
    );
  });

  it('warns of mandatory fields by their names, unless they are filled or the checks are skipped', async () => {
    sandbox = await openSandbox();
    const warnings = async (halopsa: object, pages: object = {}): Promise<readonly string[]> => {
      const { findings } = await sandbox.managerWith(halopsa, {}, pages).check();
      return findings.filter(({ level }) => level === 'warning').map(({ message }) => message);
    };
    const tender = { defaults: { ticketType: 'tender' } };
    const [warning, ...others] = await warnings({}, tender);
    expect(warning).to.contain('Tender').and.to.contain('CFTenderNumber');
    expect(others).to.deep.equal([]);
    expect(await warnings({}, { defaults: { ticketType: '33' } })).to.deep.equal([]);
    expect(await warnings({ skipMandatoryFieldChecks: true }, tender)).to.deep.equal([]);
    const fixed = { newOpportunityCustomFields: [{ name: 'CFTenderNumber', value: 'none' }] };
    expect(await warnings(fixed, tender)).to.deep.equal([]);
    const rows = [{ on: 'save', object: 'opportunities', from: 'DocNo', to: 'CFTenderNumber' }];
    expect(await warnings({}, { ...tender, dataLink: { rows } })).to.deep.equal([]);
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
