import { expect } from 'chai';
import {
  contactManagerToken,
  Secret,
  settingsToken,
  type ContactManager,
  type PluginBindings,
} from '@quotebridge/core/plugin';
import { createMemoryContactManager, memoryPluginCandidate, memorySecret } from '../../src/index.js';
import { memoryManifest } from '../../src/memory/memory-manifest.js';
import { memorySettingsSchema } from '../../src/memory/memory-settings-schema.js';
import bindings from '../../src/memory-plugin.js';
import { memoryPackage } from '../memory-package.js';

type Binding = Parameters<PluginBindings>[0]['bind'];

/** What the bindings make of these settings, by a container that knows nothing else. */
function resolve(bindingsOf: PluginBindings, settings: unknown): ContactManager {
  const made: unknown[] = [];
  const bind = (token: unknown): unknown => ({
    toResolvedValue: (make: (...values: unknown[]) => unknown, tokens: readonly unknown[] = []) => {
      expect(token).to.equal(contactManagerToken);
      made.push(make(...tokens.map((wanted) => (wanted === settingsToken ? settings : undefined))));
      return { inSingletonScope: () => {} };
    },
  });
  bindingsOf({ bind: bind as Binding } as Parameters<PluginBindings>[0]);
  return made[0] as ContactManager;
}

describe('the in-memory plugin', () => {
  it('opens with settings as its schema describes them', async () => {
    const settings = { account: { clientSecret: new Secret(memorySecret) }, habits: { answers: 'id' } };
    const { opportunities } = resolve(bindings, settings);
    expect(await opportunities.create({}, { key: 'a' })).to.have.all.keys('id');
  });

  it('holds in its package the manifest and the schema that the code knows', () => {
    expect(memoryPackage.manifest).to.deep.equal(memoryManifest);
    expect(memoryPackage.files['./settings.schema.json']).to.deep.equal(memorySettingsSchema);
  });

  it('opens on a contact manager that a test holds', async () => {
    const mine = createMemoryContactManager();
    const candidate = memoryPluginCandidate(mine);
    expect(candidate.files).to.have.property(memoryManifest.contributes.contactManagers[0].settings);
    expect(resolve((await candidate.load()).default, {})).to.equal(mine);
  });
});
