import {
  clockToken,
  connectionCacheToken,
  contactManagerToken,
  httpClientToken,
  settingsToken,
  type PluginBindings,
} from '@quotebridge/core/plugin';
import { HaloContactManager } from './halo-contact-manager.js';

/** The only file that knows about bindings; the manifest in package.json names it. */
const bindings: PluginBindings = ({ bind }) => {
  bind(contactManagerToken)
    .toResolvedValue(
      (http, cache, clock, settings) => new HaloContactManager(http, cache, clock, settings),
      [httpClientToken, connectionCacheToken, clockToken, settingsToken],
    )
    .inSingletonScope();
};

export default bindings;
