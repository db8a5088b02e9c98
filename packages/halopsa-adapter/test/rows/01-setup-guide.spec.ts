import { expect } from 'chai';
import { isQuotebridgeError, type CheckReport, type JsonObject } from '@quotebridge/core';
import { startSandbox } from '@quotebridge/halopsa-sandbox';
import { exampleDocument } from '../engine/example-document.js';
import { Tenant } from '../engine/tenant.js';
import { readDocs, settingsOf, tableOf } from './setup-guide.js';
import { setupFeatures } from './setup-features.js';
import { setupSteps } from './setup-steps.js';

const guide = readDocs('halopsa-setup.md');
const scopeLines = tableOf(guide, 'scopes that are enough').map(([feature = '', scopes = '']) => ({
  feature,
  scopes: scopes.split(' '),
}));
const everything = scopeLines.at(-1)?.scopes ?? [];

describe('`docs/halopsa-setup.md` leads a person through it in HaloPSA: API-only agent (administrator, active, API-only), API application (client id and secret (services), login type agent, agent to log in as), permissions `all:standard`; and which narrower scopes are enough for which feature', () => {
  /** One asks for any scope that may open an endpoint, the other for all of them. */
  let lenient: Tenant;
  let strict: Tenant;
  before(async () => {
    [lenient, strict] = await Promise.all([
      Tenant.start({ items: 60 }),
      Tenant.start({ items: 60, switches: { scopeRule: 'all' } }),
    ]);
  });
  after(async () => {
    await lenient[Symbol.asyncDispose]();
    await strict[Symbol.asyncDispose]();
  });

  const account = (tenant: Tenant, more: JsonObject): JsonObject => ({
    ...tenant.settings,
    account: { ...(tenant.settings['account'] as JsonObject), ...more },
  });

  const check = (tenant: Tenant, settings: JsonObject): Promise<CheckReport> =>
    tenant.connect(tenant.newState(), (connection) => connection.doctor(), settings);

  /** `done`, or the code of the error that stopped it. */
  async function attempt(tenant: Tenant, feature: string, scopes: readonly string[]): Promise<string> {
    await tenant.reset();
    try {
      await setupFeatures[feature]?.(tenant, account(tenant, { scope: scopes.join(' ') }));
      return 'done';
    } catch (error) {
      if (!isQuotebridgeError(error)) throw error;
      // What is certain to be missing is a question of the plan, before the first write.
      const { data } = error.details;
      const questions = Array.isArray(data) ? (data as readonly { readonly about?: string }[]) : [];
      const isScope = questions.length > 0 && questions.every(({ about }) => about === 'account.scope');
      return error.code === 'plan.conflict' && isScope ? 'permission.missing' : error.code;
    }
  }

  describe('the steps', () => {
    it('names each click in HaloPSA, in order, and the public source of them', () => {
      let from = 0;
      for (const step of setupSteps) {
        const at = guide.indexOf(step, from);
        expect(at, `“${step}” after “${guide.slice(Math.max(0, from - 40), from)}”`).to.be.above(-1);
        from = at + step.length;
      }
      expect(guide).to.contain(
        'https://info.quotewerks.com/knowledge-base/how-do-i-setup-the-halopsa-integration',
      );
    });

    it('is where the README and the tour send people', () => {
      expect(readDocs('../README.md')).to.contain('(docs/halopsa-setup.md)');
      expect(readDocs('getting-started-halopsa.md')).to.contain('(halopsa-setup.md)');
    });

    it('ends in settings that sign in to an application which holds all:standard, and push', async () => {
      const settings = settingsOf(guide);
      const fromGuide = settings['account'] as JsonObject;
      expect(fromGuide).to.have.all.keys('serverUrl', 'clientId', 'clientSecret');
      const { url, clientId, clientSecret } = strict.sandbox;
      const application = { clientId, clientSecret, scopes: ['all:standard'] };
      const asTheGuideSays = await startSandbox({ port: 0, seed: { application } });
      try {
        const there = { ...fromGuide, serverUrl: asTheGuideSays.url, clientId, clientSecret };
        const { findings } = await check(strict, { ...settings, account: there });
        const scopes = findings.filter(({ topic }) => topic === 'scopes');
        expect(scopes.map(({ level }) => level)).to.deep.equal(['ok']);
      } finally {
        await asTheGuideSays.close();
      }
      await strict.reset();
      const here = { ...fromGuide, serverUrl: url, clientId, clientSecret };
      const document = await exampleDocument('AAAQ1001');
      const pushed = await strict.push(strict.newState(), document, {}, { ...settings, account: here });
      expect(pushed).to.include({ status: 'written' });
    });
  });

  describe('narrower permissions', () => {
    it('stand in one table, with a line for each feature that is tried here and no other', () => {
      const features = scopeLines.map(({ feature }) => feature);
      expect(features).to.deep.equal([...Object.keys(setupFeatures), 'Everything']);
    });

    for (const { feature, scopes } of scopeLines.slice(0, -1)) {
      it(`${feature}: the scopes of the line are enough, whether HaloPSA asks for one of several or for all`, async () => {
        expect(await attempt(lenient, feature, scopes), 'any of them').to.equal('done');
        expect(await attempt(strict, feature, scopes), 'all of them').to.equal('done');
      });

      it(`${feature}: with one scope fewer it is permission.missing`, async () => {
        for (const missing of scopes) {
          const others = scopes.filter((scope) => scope !== missing);
          const fewer = others.length === 0 ? ['read:calendar'] : others;
          expect(await attempt(strict, feature, fewer), `without ${missing}`).to.equal('permission.missing');
        }
      });
    }

    it('the last line names all of them, and the check misses nothing then', async () => {
      const all = scopeLines.flatMap(({ scopes }) => scopes);
      expect([...everything].sort()).to.deep.equal([...new Set(all)].sort());
      const { findings } = await check(strict, account(strict, { scope: everything.join(' ') }));
      expect(findings.filter(({ level }) => level !== 'ok')).to.deep.equal([]);
    });
  });

  describe('what to do when something is in the way', () => {
    const other = 'https://127.0.0.1:1';
    const provoked: Readonly<Record<string, JsonObject>> = {
      'rejected the client ID or its secret': { clientId: 'mistyped' },
      'wrong tenant, or the agent to log in as is missing': { tenant: 'elsewhere' },
      'does not grant the scope': { scope: 'read:unheard-of' },
      'cannot be reached': { serverUrl: other },
    };

    it('explains each failure of sign-in in the words of its message', async () => {
      const explained = tableOf(guide, 'message').map(([message]) => message);
      expect(explained).to.include.members(Object.keys(provoked));
      for (const [message, setting] of Object.entries(provoked)) {
        const error: unknown = await check(strict, account(strict, setting)).catch(
          (raised: unknown) => raised,
        );
        expect(isQuotebridgeError(error) ? error.message : error, message).to.contain(message);
      }
    });

    it('explains whatever the check may find', async () => {
      const explanations = [...tableOf(guide, 'it says'), ...tableOf(guide, 'what happens')];
      const explained = explanations.map(([words = '']) => words);
      const agentId = 3;
      const application = {
        clientId: 'some-application',
        clientSecret: 'made-up-secret',
        scopes: ['all'],
        agentId,
      };
      const ticketTypes = [{ id: 1, name: 'Incident', domain: 'reqs' }];
      const control = { createnewitemsfromquotes: true, quotepricedp: 1, miscitemidquote: 1001 };
      await using bare = await Tenant.start({ seed: { application, ticketTypes, productGroups: [] } });
      await using stubborn = await Tenant.start({
        seed: { control },
        switches: { opportunityValueFromQuote: true, salesOrderOnApproval: true, pipelineStages: 'on' },
      });
      const defaults = { ticketType: 'Tender' };
      const reports = [
        await check(bare, account(bare, { scope: 'read:customers read:crm read:items' })),
        await check(stubborn, { ...stubborn.settings, defaults }),
      ];
      const found = reports.flatMap(({ findings }) => findings).filter(({ level }) => level !== 'ok');
      const messages = found.map(({ message }) => message);
      for (const message of messages) {
        expect(
          explained.some((words) => message.includes(words)),
          message,
        ).to.equal(true);
      }
      for (const words of explained) {
        expect(
          messages.some((message) => message.includes(words)),
          `a finding with “${words}”`,
        ).to.equal(true);
      }
    });
  });
});
