import { readFileSync } from 'node:fs';
import type { PluginCandidate, PluginManifest } from '@quotebridge/core';

/** A plugin of this repository, as a host finds it. */
export function pluginCandidate(folder: string): PluginCandidate {
  const root = new URL(`../../../${folder}/`, import.meta.url);
  const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
  const { name, version, quotebridge } = json('package.json') as {
    name: string;
    version: string;
    quotebridge: PluginManifest;
  };
  const settings = (quotebridge.contributes.contactManagers ?? []).map((entry) => entry.settings);
  return {
    name,
    version,
    manifest: quotebridge,
    files: Object.fromEntries(settings.map((path) => [path, json(path)])),
    load: () => import(new URL(quotebridge.main, root).href) as ReturnType<PluginCandidate['load']>,
  };
}
