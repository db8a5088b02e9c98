import { expect } from 'chai';
import { createEngine } from '../../src/engine/create-engine.js';
import type { Engine } from '../../src/engine/engine-types.js';
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
