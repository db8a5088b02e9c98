import { actorName } from './actor-name.js';
import { lateState } from './late-state.js';
import { processName } from './process-name.js';
import { findConfiguration, loadConfiguration } from '../configuration/load-configuration.js';
import { findPlugins } from '../plugins/find-plugins.js';
import { resolveHost } from './resolve-host.js';
import { secretResolver } from '../secrets/secret-resolver.js';
import type { CommandContext } from '../command-line/command-context.js';
import type { LoadedConfiguration } from '../configuration/configuration.js';
import { createEngine, type Diagnostic, type Engine, type JsonObject, type Logger } from '@quotebridge/core';

/** An engine with everything that this machine gives it. Whoever opens it disposes it. */
export interface Session extends AsyncDisposable {
  readonly engine: Engine;
  /** Undefined when the command does not need one and none is there. */
  readonly configuration: LoadedConfiguration | undefined;
  /** Faults of plugins: those of their packages, then those of their manifests. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface ConfiguredSession extends Session {
  readonly configuration: LoadedConfiguration;
}

/** Opens a session for a command that works without a configuration, too. */
export async function openSession(context: CommandContext): Promise<Session> {
  return sessionWith(context, await findConfiguration(context.globals.config));
}

/** Opens a session for a command that needs a configuration. */
export async function openConfiguredSession(context: CommandContext): Promise<ConfiguredSession> {
  const configuration = await loadConfiguration(context.globals.config);
  return { ...(await sessionWith(context, configuration)), configuration };
}

/** Opens a session over a configuration that need not be stored yet. */
export async function sessionWith(
  context: CommandContext,
  configuration: LoadedConfiguration | undefined,
): Promise<Session> {
  const folder = configuration?.folder ?? process.cwd();
  const found = await findPlugins(configuration?.content.plugins ?? [], folder);
  const engine = createEngine({
    plugins: found.plugins,
    state: lateState(async () => {
      const { openState } = await import('./open-state.js');
      return openState(context.globals.state, folder);
    }),
    owner: processName(),
    actor: actorName(),
    resolveSecret: secretResolver(folder, process.env),
    resolveHost,
    logger: detailLogger(context),
  });
  const diagnostics = [...found.diagnostics, ...engine.diagnostics];
  for (const { plugin, path, message } of diagnostics) {
    context.terminal.detail(`plugin ${plugin}${path === '' ? '' : ` ${path}`}: ${message}`);
  }
  return { engine, configuration, diagnostics, [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose]() };
}

function detailLogger({ terminal }: CommandContext): Logger {
  const line = (message: string, data: JsonObject = {}): void => {
    const facts = Object.entries(data).map(
      ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
    );
    terminal.detail([message, ...facts].join(' '));
  };
  return { debug: line, info: line, warn: line };
}
