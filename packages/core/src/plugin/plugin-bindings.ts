import type { ContainerModuleLoadOptions } from 'inversify';

/**
 * What a plugin's `main` exports by default: it binds plain classes to tokens and nothing else.
 *
 * @example
 * const bindings: PluginBindings = ({ bind }) => {
 *   bind(contactManagerToken)
 *     .toResolvedValue((http, settings) => new AcmeContactManager(http, settings), [httpClientToken, settingsToken])
 *     .inSingletonScope();
 * };
 * export default bindings;
 */
export type PluginBindings = (options: ContainerModuleLoadOptions) => void;
