import {
  contactManagerToken,
  settingsToken,
  type PluginBindings,
  type Secret,
} from '@quotebridge/core/plugin';
import { createMemoryContactManager } from './memory/create-memory-contact-manager.js';
import type { MemoryOptions } from './memory/memory-options.js';

/** Settings as the schema describes them; core has validated them and wrapped the secret. */
interface MemorySettings {
  readonly account: { readonly clientSecret: Secret };
  readonly habits?: Pick<MemoryOptions, 'answers' | 'lineWrites' | 'opportunityValue'>;
}

const bindings: PluginBindings = ({ bind }) => {
  bind(contactManagerToken)
    .toResolvedValue(
      (settings) => {
        const { account, habits } = settings as MemorySettings;
        return createMemoryContactManager({ ...habits, secret: account.clientSecret });
      },
      [settingsToken],
    )
    .inSingletonScope();
};

export default bindings;
