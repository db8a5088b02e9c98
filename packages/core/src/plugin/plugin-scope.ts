// The container keeps its binding ids as metadata, with or without decorators.
import 'reflect-metadata';
import { Container, ContainerModule, type ServiceIdentifier } from 'inversify';
import { isQuotebridgeError, QuotebridgeError } from '../errors/quotebridge-error.js';
import type { PluginCandidate } from './plugin-manifest.js';

/** A service for the plugin, under its token. */
export type ScopeService = readonly [identifier: ServiceIdentifier, value: unknown];

/**
 * Activates a plugin in a container of its own and takes one service out of it. The container is seen by nobody else,
 * so nobody can use it to look things up. A plugin may bind its service under the contribution's id as name, when it
 * contributes several to one point.
 *
 * @throws `plugin.failed` that names the plugin and its own words
 */
export async function activate<Service>(
  candidate: PluginCandidate,
  contributionId: string,
  identifier: ServiceIdentifier<Service>,
  services: readonly ScopeService[],
): Promise<Service> {
  try {
    const module = await candidate.load();
    if (typeof module.default !== 'function') {
      throw new Error('its main module does not export a bindings function by default');
    }
    const container = new Container({ defaultScope: 'Singleton' });
    for (const [service, value] of services) container.bind(service).toConstantValue(value);
    container.load(new ContainerModule(module.default));
    const named = { name: contributionId, optional: true } as const;
    return container.get<Service>(identifier, named) ?? container.get<Service>(identifier);
  } catch (error) {
    if (isQuotebridgeError(error)) throw error;
    throw new QuotebridgeError(
      'plugin.failed',
      `The plugin ${candidate.name} could not be started: ${error instanceof Error ? error.message : String(error)}.`,
      { plugin: candidate.name, next: 'Report this to its author; other plugins are not affected.' },
      { cause: error },
    );
  }
}
