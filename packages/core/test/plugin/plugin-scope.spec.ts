import { expect } from 'chai';
import type { ContactManager } from '../../src/contract/contact-manager.js';
import { QuotebridgeError } from '../../src/errors/quotebridge-error.js';
import { activate } from '../../src/plugin/plugin-scope.js';
import type { PluginBindings } from '../../src/plugin/plugin-bindings.js';
import { token } from '../../src/plugin/token.js';
import { clockToken, contactManagerToken } from '../../src/plugin/tokens.js';
import { collectGarbage } from '../fakes/collect-garbage.js';
import { errorOf } from '../fakes/error-of.js';
import { ManualClock } from '../fakes/manual-clock.js';
import { candidateOf } from '../fakes/plugin-candidates.js';

interface Named {
  readonly name: string;
}
const service = token<Named>('test/Named');

function start(
  bindings: unknown,
  id = 'acme',
  services: Parameters<typeof activate>[3] = [],
): Promise<Named> {
  const candidate = candidateOf('acme-plugin', {
    load: async () => ({ default: bindings as PluginBindings }),
  });
  return activate(candidate, id, service, services);
}

describe('activate', () => {
  it('gives what the plugin bound', async () => {
    const found = await start(((options) => {
      options.bind(service).toConstantValue({ name: 'one' });
    }) satisfies PluginBindings);
    expect(found.name).to.equal('one');
  });

  it('prefers what is bound under the id of the contribution', async () => {
    const bindings: PluginBindings = ({ bind }) => {
      bind(service).toConstantValue({ name: 'a' }).whenNamed('acme');
      bind(service).toConstantValue({ name: 'b' }).whenNamed('other');
    };
    expect((await start(bindings, 'acme')).name).to.equal('a');
    expect((await start(bindings, 'other')).name).to.equal('b');
  });

  it('hands over the services under their tokens', async () => {
    const clock = new ManualClock(42);
    const bindings: PluginBindings = ({ bind }) => {
      bind(service).toResolvedValue((given) => ({ name: String(given.now()) }), [clockToken]);
    };
    expect((await start(bindings, 'acme', [[clockToken, clock]])).name).to.equal('42');
  });

  it('gives each activation a scope of its own', async () => {
    const bindings: PluginBindings = ({ bind }) => {
      bind(service)
        .toResolvedValue(() => ({ name: 'x' }))
        .inSingletonScope();
    };
    expect(await start(bindings)).not.to.equal(await start(bindings));
  });

  const failures: readonly (readonly [string, unknown, string])[] = [
    ['whose main exports nothing', undefined, 'does not export a bindings function'],
    ['whose main exports an object', {}, 'does not export a bindings function'],
    ['that binds nothing', () => undefined, 'could not be started'],
    [
      'whose bindings function fails',
      () => {
        throw new Error('no luck');
      },
      'no luck',
    ],
    [
      'whose service cannot be built',
      (({ bind }) => {
        bind(service).toResolvedValue((): Named => {
          throw new Error('bad engine');
        });
      }) satisfies PluginBindings,
      'bad engine',
    ],
    [
      'that throws something that is no error',
      () => {
        // What a plugin must not do is what is tried here.
        // eslint-disable-next-line @typescript-eslint/only-throw-error
        throw 'just text';
      },
      'just text',
    ],
  ];
  for (const [title, bindings, text] of failures) {
    it(`names the plugin ${title}`, async () => {
      const error = await errorOf(start(bindings));
      expect(error.code).to.equal('plugin.failed');
      expect(error.details.plugin).to.equal('acme-plugin');
      expect(error.message).to.contain('acme-plugin').and.to.contain(text);
    });
  }

  it('keeps nothing of a thousand activations', async () => {
    const started: WeakRef<object>[] = [];
    const bindings: PluginBindings = ({ bind }) => {
      bind(service)
        .toResolvedValue(() => ({ name: 'x'.repeat(10_000) }))
        .inSingletonScope();
    };
    for (let count = 0; count < 1_000; count += 1) started.push(new WeakRef(await start(bindings)));
    await new Promise((resolve) => setTimeout(resolve, 5));
    collectGarbage();
    expect(started.filter((reference) => reference.deref() !== undefined).length).to.be.at.most(10);
  });

  it('names the plugin that cannot be imported', async () => {
    const candidate = candidateOf('acme-plugin', {
      load: () => Promise.reject(new Error('Cannot find module')),
    });
    const error = await errorOf(activate<ContactManager>(candidate, 'acme', contactManagerToken, []));
    expect(error.code).to.equal('plugin.failed');
    expect(error.message).to.contain('Cannot find module');
  });

  it('passes an error of ours on as it is', async () => {
    const error = await errorOf(
      start(() => {
        throw new QuotebridgeError('settings.invalid', 'The server URL is not right.');
      }),
    );
    expect(error.code).to.equal('settings.invalid');
  });
});
