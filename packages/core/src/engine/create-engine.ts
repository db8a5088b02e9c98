import type { RuleSet } from '@quotebridge/mapping-rules';
import { AsyncDisposables } from '../base/async-disposables.js';
import type { JsonObject } from '../base/json.js';
import { silentLogger } from '../base/logger.js';
import { systemClock } from '../base/system-clock.js';
import type { DocumentSource, SourceFile, SourceInput } from '../contract/document-source.js';
import { QuotebridgeError, type InputFault } from '../errors/quotebridge-error.js';
import { RequestBudget } from '../http/request-budget.js';
import { PluginRegistry } from '../plugin/plugin-registry.js';
import {
  clockToken,
  connectionCacheToken,
  contactManagerToken,
  documentSourceToken,
  httpClientToken,
  loggerToken,
  settingsToken,
} from '../plugin/tokens.js';
import { requestPolicyOf } from '../settings/request-policy-of.js';
import { checkSettings, readSettings } from '../settings/read-settings.js';
import { readPolicy } from '../settings/read-policy.js';
import { refuseSettings } from '../settings/refuse-settings.js';
import { effectivePolicy, effectiveRules } from '../rules/effective-rules.js';
import { composeSettingsSchema } from '../settings/settings-schema.js';
import type {
  Connection,
  ConnectionConfiguration,
  Engine,
  EngineOptions,
  OpenOptions,
  ReadDocument,
} from './engine-types.js';
import { OpenConnection } from './open-connection.js';
import { readDocuments } from './read-documents.js';
import { streamDocuments } from './stream-documents.js';
import { stateOfTarget } from '../state/state-of-target.js';
import { StateConnectionCache } from './state-connection-cache.js';

/** The engine that a host holds: plugins by their manifests, connections by their configuration. */
export function createEngine(options: EngineOptions): Engine {
  const { state } = options;
  const clock = options.clock ?? systemClock;
  const logger = options.logger ?? silentLogger;
  const registry = new PluginRegistry(options.plugins);
  const opened = new AsyncDisposables();
  opened.add(state);
  const sources = new Map<string, Promise<DocumentSource>>();

  const schemaOf = (contactManager: string): JsonObject =>
    composeSettingsSchema(registry.get('contactManagers', contactManager).contribution.settings ?? {});

  const sourceOf = (id: string): Promise<DocumentSource> => {
    const known = sources.get(id);
    if (known !== undefined) return known;
    const { candidate } = registry.get('documentSources', id);
    const started = import('../plugin/plugin-scope.js').then(({ activate }) =>
      activate(candidate, id, documentSourceToken, [
        [clockToken, clock],
        [loggerToken, logger],
      ]),
    );
    sources.set(id, started);
    return started;
  };

  return {
    diagnostics: registry.diagnostics,
    contactManagers: registry.list('contactManagers'),
    documentSources: registry.list('documentSources'),
    settingsSchema: schemaOf,
    checkSettings: (configuration: ConnectionConfiguration): readonly InputFault[] =>
      checkSettings(schemaOf(configuration.plugin), configuration.settings, configuration.rules),

    ruleSet: ({ plugin, settings, rules }: ConnectionConfiguration): RuleSet => {
      const faults = checkSettings(schemaOf(plugin), settings, rules);
      if (faults.length > 0) throw refuseSettings(faults);
      const stated = rules?.document as RuleSet | undefined;
      return effectiveRules(effectivePolicy(readPolicy(settings), stated), stated);
    },

    readDocuments(input: SourceInput): Promise<readonly ReadDocument[]> {
      return readDocuments(input, allSources());
    },

    streamDocuments: (file: SourceFile): AsyncIterable<ReadDocument> => streamDocuments(file, allSources),

    async open(
      name: string,
      configuration: ConnectionConfiguration,
      { priority = 'person', onWait }: OpenOptions = {},
    ): Promise<Connection> {
      if (opened.disposed) throw new QuotebridgeError('internal', 'The engine is closed.');
      const { candidate, contribution } = registry.get('contactManagers', configuration.plugin);
      const schema = schemaOf(contribution.id);
      const settings = await readSettings(
        schema,
        configuration.settings,
        options.resolveSecret,
        configuration.rules,
      );
      const [{ AxiosHttpClient }, { activate }] = await Promise.all([
        import('../http/axios-http-client.js'),
        import('../plugin/plugin-scope.js'),
      ]);
      const budget = new RequestBudget({
        requests: state.requests,
        connection: name,
        clock,
        policy: requestPolicyOf(settings.policy),
        priority,
        ...(onWait === undefined ? {} : { onWait }),
      });
      const http = new AxiosHttpClient(
        budget,
        clock,
        logger,
        settings.policy.requests.timeoutSeconds * 1_000,
        options.resolveHost,
      );
      const contactManager = await activate(candidate, contribution.id, contactManagerToken, [
        [clockToken, clock],
        [loggerToken, logger],
        [httpClientToken, http],
        [connectionCacheToken, new StateConnectionCache(state, name, clock)],
        [settingsToken, settings.settings],
      ]);
      return opened.add(
        new OpenConnection({
          name,
          contactManagerId: contribution.id,
          contactManager,
          schema,
          opened: settings,
          state: stateOfTarget(state, contactManager.target, settings.hide),
          clock,
          logger,
          owner: options.owner ?? 'engine',
          actor: options.actor ?? options.owner ?? 'engine',
          countRequests: () => http.count,
          budget,
          streamDocuments: (file) => streamDocuments(file, allSources),
          clockDifference: () => http.serverTime.difference,
          onClose: (connection) => opened.remove(connection),
        }),
      );
    },

    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  };

  async function* allSources(): AsyncIterable<{ displayName: string; source: DocumentSource }> {
    for (const { id, displayName } of registry.list('documentSources')) {
      yield { displayName, source: await sourceOf(id) };
    }
  }
}
