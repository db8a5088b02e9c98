import { locatePlugin, namesFolder } from './locate-plugin.js';
import { readPlugin } from './read-plugin.js';
import type { Finding, FoundPlugins } from './found-plugins.js';

/** Plugins that come with the command. */
const builtIn = ['@quotebridge/halopsa-adapter', '@quotebridge/quotewerks-source'] as const;

/**
 * Finds the plugins that come with the command and those that a configuration names, by package name or folder.
 * None of their code runs. A plugin that cannot be found or read becomes a diagnostic.
 */
export async function findPlugins(
  configured: readonly string[],
  configurationFolder: string,
): Promise<FoundPlugins> {
  const names = [...new Set([...builtIn, ...configured])];
  const findings = await Promise.all(
    names.map(async (name): Promise<Finding> => {
      const folder = locatePlugin(name, configurationFolder);
      return folder === undefined
        ? { diagnostic: { plugin: name, path: '', message: notFound(name, configurationFolder) } }
        : readPlugin(name, folder);
    }),
  );
  return {
    plugins: findings.flatMap((finding) => ('plugin' in finding ? [finding.plugin] : [])),
    diagnostics: findings.flatMap((finding) => ('diagnostic' in finding ? [finding.diagnostic] : [])),
  };
}

function notFound(name: string, folder: string): string {
  return namesFolder(name)
    ? `the folder is not there, or has no package.json (looked for from ${folder})`
    : `the package is not installed (looked for from ${folder} and beside the command)`;
}
