import { contactManagerToken, type ContactManager, type PluginBindings } from '@quotebridge/core/plugin';
import { memoryManifest } from './memory-manifest.js';
import { memorySettingsSchema } from './memory-settings-schema.js';

/** What an engine takes as one of its plugins. */
export interface MemoryPluginCandidate {
  readonly name: string;
  readonly version: string;
  readonly manifest: unknown;
  readonly files: Readonly<Record<string, unknown>>;
  readonly load: () => Promise<{ readonly default: PluginBindings }>;
}

/**
 * The in-memory plugin for an engine under test, opened on a contact manager that the test holds in its hands: each
 * `open` gets the given one, so that a second run meets the tenant as the first one left it.
 */
export function memoryPluginCandidate(contactManager: ContactManager): MemoryPluginCandidate {
  const bindings: PluginBindings = ({ bind }) => {
    bind(contactManagerToken)
      .toResolvedValue(() => contactManager)
      .inSingletonScope();
  };
  return {
    name: '@quotebridge/adapter-testkit',
    version: '0.1.0',
    manifest: memoryManifest,
    files: { './settings.schema.json': memorySettingsSchema },
    load: () => Promise.resolve({ default: bindings }),
  };
}
