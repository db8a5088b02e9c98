import { compileRuleSet } from '@quotebridge/mapping-rules';
import { expect } from 'chai';
import type { JsonObject } from '../../src/base/json.js';
import { createEngine } from '../../src/engine/create-engine.js';
import type { Engine } from '../../src/engine/engine-types.js';
import type { PluginBindings } from '../../src/plugin/plugin-bindings.js';
import { contactManagerToken, settingsToken } from '../../src/plugin/tokens.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import { collectGarbage } from '../fakes/collect-garbage.js';
import { errorOf } from '../fakes/error-of.js';
import { bindingManager, candidateOf } from '../fakes/plugin-candidates.js';
import { FakePsa } from '../fakes/fake-psa.js';

const configuration = { plugin: 'acme', settings: {} };

describe('createEngine', () => {
  let loads: number;
  let disposed: number;
  let engine: Engine;

  beforeEach(async () => {
    loads = 0;
    disposed = 0;
    engine = createEngine({
      plugins: [
        candidateOf('acme', {
          load: async () => {
            loads += 1;
            return {
              default: bindingManager(() =>
                Object.assign(new FakePsa().contactManager, {
                  [Symbol.asyncDispose]: async () => {
                    disposed += 1;
                  },
                }),
              ),
            };
          },
        }),
        candidateOf('broken', { load: () => Promise.reject(new Error('broken on purpose')) }),
      ],
      state: await openSqliteState({ path: ':memory:' }),
      resolveSecret: async () => undefined,
    });
  });
  afterEach(() => engine[Symbol.asyncDispose]());

  it('loads no plugin before a connection is opened', async () => {
    expect(engine.contactManagers.map(({ id }) => id)).to.deep.equal(['acme', 'broken']);
    expect(engine.settingsSchema('acme')).to.have.property('properties');
    expect(engine.checkSettings(configuration)).to.deep.equal([]);
    expect(loads).to.equal(0);
    await engine.open('main', configuration);
    expect(loads).to.equal(1);
  });

  it('opens others although one plugin fails', async () => {
    const error = await errorOf(engine.open('bad', { plugin: 'broken', settings: {} }));
    expect(error.code).to.equal('plugin.failed');
    expect(error.message).to.contain('broken on purpose');
    expect((await engine.open('main', configuration)).name).to.equal('main');
  });

  it('loads nothing for settings that are not right', async () => {
    const error = await errorOf(engine.open('main', { plugin: 'acme', settings: { quote: { proof: 'x' } } }));
    expect(error.code).to.equal('settings.invalid');
    expect(loads).to.equal(0);
  });

  describe('with a rule file', () => {
    const rows = [{ on: 'save', object: 'quotes', from: 'DocNo', to: 'CFRef' }] as const;
    const document = { version: 1, users: { rows: { dora: 'Dora' } }, dataLink: rows } as const;

    it('loads nothing when its form is wrong, or the settings say the same', async () => {
      for (const [settings, rules, at] of [
        [{}, { version: 1, usrs: {} }, '/rules/usrs'],
        [{}, 'users', '/rules'],
        [{ userMappings: { users: { max: 'Max' } } }, document, '/settings/userMappings/users'],
      ] as const) {
        const faulty = { plugin: 'acme', settings, rules: { document: rules, name: 'rules.yaml' } };
        const error = await errorOf(engine.open('main', faulty));
        expect(error.code).to.equal('settings.invalid');
        expect(error.details.faults?.map((fault) => fault.at)).to.deep.equal([at]);
        expect(engine.checkSettings(faulty).map((fault) => fault.at)).to.deep.equal([at]);
        expect(() => engine.ruleSet(faulty))
          .to.throw()
          .with.property('code', 'settings.invalid');
      }
      expect(loads).to.equal(0);
    });

    it('says all rules of a connection as one rule set', () => {
      const settings = { taxMappings: { codes: { Y: 'Sales tax' } } };
      const rules = engine.ruleSet({ plugin: 'acme', settings, rules: { document } });
      expect(rules).to.deep.include({
        users: document.users,
        taxes: { rows: { Y: 'Sales tax' } },
        dataLink: rows,
      });
      expect(compileRuleSet(rules).ok).to.equal(true);
    });

    it('shows a plugin the rows of DataLink in its settings', async () => {
      let seen: unknown;
      await using other = createEngine({
        plugins: [
          candidateOf('acme', {
            load: async () => ({
              default: (({ bind }) => {
                bind(contactManagerToken).toResolvedValue(
                  (settings: unknown) => {
                    seen = (settings as JsonObject)['dataLink'];
                    return new FakePsa().contactManager;
                  },
                  [settingsToken],
                );
              }) satisfies PluginBindings,
            }),
          }),
        ],
        state: await openSqliteState({ path: ':memory:' }),
        resolveSecret: async () => undefined,
      });
      await other.open('main', { ...configuration, rules: { document } });
      expect(seen).to.deep.equal({ rows });
      expect(Object.isFrozen(seen)).to.equal(true);
    });
  });

  it('closes each connection once, whoever closes it', async () => {
    const first = await engine.open('main', configuration);
    await engine.open('main', configuration);
    await first[Symbol.asyncDispose]();
    await first[Symbol.asyncDispose]();
    expect(disposed).to.equal(1);
    await engine[Symbol.asyncDispose]();
    await engine[Symbol.asyncDispose]();
    expect(disposed).to.equal(2);
  });

  it('opens nothing once it is closed', async () => {
    await engine[Symbol.asyncDispose]();
    expect((await errorOf(engine.open('main', configuration))).code).to.equal('internal');
  });

  it('forgets a connection that was closed', async function () {
    this.timeout(20_000);
    const opened: WeakRef<object>[] = [];
    for (let count = 0; count < 200; count += 1) {
      const connection = await engine.open('main', configuration);
      opened.push(new WeakRef(connection));
      await connection[Symbol.asyncDispose]();
    }
    for (let round = 0; round < 3; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      collectGarbage();
    }
    const alive = opened.filter((reference) => reference.deref() !== undefined).length;
    expect(alive).to.be.at.most(10);
  });
});
