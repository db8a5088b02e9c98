import { expect } from 'chai';
import { isQuotebridgeError, type CheckFinding, type CheckReport, type JsonObject } from '@quotebridge/core';
import type { SandboxOptions } from '@quotebridge/halopsa-sandbox';
import { featureScopes } from '../../src/index.js';
import { Tenant } from '../engine/tenant.js';

const warnings = ({ findings }: CheckReport): readonly CheckFinding[] =>
  findings.filter(({ level }) => level === 'warning');

describe('Account: server URL (sign-in URL, normalised), client id, client secret, optional tenant; `check` says who we are, which scopes are missing for which feature, which tenant settings will hurt (mandatory opportunity fields, pipeline stages, value taken from quotes, sales order on approval)', () => {
  let tenant: Tenant;
  before(async () => {
    tenant = await Tenant.start();
  });
  after(() => tenant[Symbol.asyncDispose]());

  const check = (
    changes: { readonly account?: JsonObject } & JsonObject = {},
    on = tenant,
  ): Promise<CheckReport> => {
    const account = { ...(on.settings['account'] as JsonObject), ...changes.account };
    return on.connect(on.newState(), (connection) => connection.doctor(), {
      ...on.settings,
      ...changes,
      account,
    });
  };

  async function checkOn(
    options: SandboxOptions,
    changes: { readonly account?: JsonObject } & JsonObject = {},
  ): Promise<CheckReport> {
    await using own = await Tenant.start(options);
    return await check(changes, own);
  }

  it('says who we are, and finds nothing wrong with a tenant as it should be', async () => {
    const report = await check();
    expect(report.account.name).to.equal('API Quotebridge');
    expect(report.account.id).to.match(/^\d+$/);
    expect(report.server).to.equal(tenant.sandbox.url);
    expect(report.findings.filter(({ level }) => level !== 'ok')).to.deep.equal([]);
  });

  it('takes the address as people have it from their browser', async () => {
    const { port } = new URL(tenant.sandbox.url);
    for (const serverUrl of [
      `http://127.0.0.1:${port}/`,
      `HTTP://127.0.0.1:${port}/portal/`,
      ` http://127.0.0.1:${port}/auth/account/login?returnUrl=%2Ftickets#top `,
    ]) {
      const report = await check({ account: { serverUrl } });
      expect(report.server, serverUrl).to.equal(`http://127.0.0.1:${port}`);
    }
    expect((await check({ account: { serverUrl: `http://LOCALHOST:${port}//` } })).server).to.equal(
      `http://localhost:${port}`,
    );
  });

  it('refuses an address without encryption, before any request', async () => {
    await tenant.forgetRequests();
    const failure = await check({ account: { serverUrl: 'http://halo.example' } }).catch(
      (error: unknown) => error,
    );
    expect(isQuotebridgeError(failure, 'settings.invalid')).to.equal(true);
    expect(await tenant.requests()).to.deep.equal([]);
  });

  it('can do without a tenant, and names the setting that a rejected sign-in is due to', async () => {
    const { tenant: _name, ...account } = tenant.settings['account'] as JsonObject & { tenant: string };
    const without = await tenant.connect(tenant.newState(), (connection) => connection.doctor(), {
      ...tenant.settings,
      account,
    });
    expect(without.account.name).not.to.equal('');
    for (const [setting, wrong] of [
      ['clientId', 'nobody'],
      ['tenant', 'elsewhere'],
    ] as const) {
      const failure: unknown = await check({ account: { [setting]: wrong } }).catch(
        (error: unknown) => error,
      );
      if (!isQuotebridgeError(failure, 'auth.rejected')) expect.fail(`no rejection for ${setting}`);
      expect(JSON.stringify(failure.details.faults ?? failure.message)).to.contain(setting);
    }
  });

  for (const { feature, needs } of featureScopes) {
    it(`names the scopes that are missing for: ${feature}`, async () => {
      const others = [...new Set(featureScopes.flatMap((one) => one.needs))].filter(
        (scope) => !needs.includes(scope),
      );
      const scopes = ['read:suppliers', ...others];
      const report = await checkOn(
        { seed: { application: { scopes } } },
        { account: { scope: scopes.join(' ') } },
      );
      const said = warnings(report).filter(({ message }) => message.startsWith(`${feature}:`));
      expect(said.map(({ topic }) => topic)).to.deep.equal(['scopes']);
      // What was read is permitted, whatever the scopes are called.
      const isRead = report.findings.some(
        ({ message }) => message === `Reading ${feature.toLowerCase()} is permitted.`,
      );
      for (const scope of needs) {
        if (isRead && scope.startsWith('read:')) expect(said[0]?.message).not.to.contain(scope);
        else expect(said[0]?.message).to.contain(scope);
      }
      for (const scope of others) expect(said[0]?.message).not.to.contain(scope);
      expect(said[0]?.next).to.contain('Permissions');
    });
  }

  it('says nothing about scopes that are enough, narrow as they are', async () => {
    const scopes = [...new Set(featureScopes.flatMap(({ needs }) => needs))];
    const report = await checkOn(
      { seed: { application: { scopes } } },
      { account: { scope: scopes.join(' ') } },
    );
    expect(report.findings.filter(({ level }) => level !== 'ok')).to.deep.equal([]);
  });

  it('names the mandatory fields of the ticket type that is set, and of no other', async () => {
    expect(warnings(await check())).to.deep.equal([]);
    const [warning] = warnings(await check({ defaults: { ticketType: 'Tender', productGroup: 'Hardware' } }));
    expect(warning?.topic).to.equal('mandatory fields');
    expect(warning?.message).to.contain('Tender').and.to.contain('CFTenderNumber');
  });

  it('is content with mandatory fields that the settings fill', async () => {
    const defaults = { ticketType: 'Tender', productGroup: 'Hardware' };
    const rows = [{ on: 'save', object: 'opportunities', from: 'DocNo', to: 'CFTenderNumber' }];
    const newOpportunityCustomFields = [{ name: 'CFTenderNumber', value: 'none' }];
    for (const page of [
      { dataLink: { rows } },
      { halopsa: { newOpportunityCustomFields } },
      { halopsa: { skipMandatoryFieldChecks: true } },
    ]) {
      expect(warnings(await check({ defaults, ...page })), JSON.stringify(page)).to.deep.equal([]);
    }
  });

  it('warns of pipeline stages until one is set', async () => {
    const options: SandboxOptions = { switches: { pipelineStages: 'mandatory' } };
    expect(warnings(await checkOn(options)).map(({ topic }) => topic)).to.deep.equal(['pipeline stages']);
    expect(warnings(await checkOn(options, { halopsa: { newOpportunityPipelineStage: 1 } }))).to.deep.equal(
      [],
    );
  });

  it('warns of a value that is taken from quotes, and of a sales order on approval', async () => {
    const report = await checkOn({
      switches: { opportunityValueFromQuote: true, salesOrderOnApproval: true },
    });
    const text = warnings(report).map(({ topic, message }) => `${topic}: ${message}`);
    expect(text).to.have.length(2);
    expect(text[0]).to.contain('oppvalue_from_quote');
    expect(text[1]).to.contain('create_so_on_quote_approved');
  });
});
