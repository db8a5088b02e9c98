import type { ContactManager } from '../../src/contract/contact-manager.js';
import type { PluginBindings } from '../../src/plugin/plugin-bindings.js';
import type { PluginCandidate } from '../../src/plugin/plugin-manifest.js';
import { contactManagerToken } from '../../src/plugin/tokens.js';

export function candidateOf(name: string, over: Partial<PluginCandidate> = {}): PluginCandidate {
  return {
    name,
    version: '1.0.0',
    manifest: {
      apiVersion: 1,
      main: './plugin.js',
      contributes: { contactManagers: [{ id: name, displayName: name, settings: './settings.json' }] },
    },
    files: { './settings.json': { type: 'object', properties: {} } },
    load: async () => ({ default: () => undefined }),
    ...over,
  };
}

export function bindingManager(make: () => ContactManager): PluginBindings {
  return ({ bind }) => {
    bind(contactManagerToken).toResolvedValue(make).inSingletonScope();
  };
}
