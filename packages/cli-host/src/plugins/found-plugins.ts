import type { Diagnostic, PluginCandidate } from '@quotebridge/core';

/** Plugins that can be handed to the engine, and what is wrong with the others. */
export interface FoundPlugins {
  readonly plugins: readonly PluginCandidate[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What became of one name. */
export type Finding = { readonly plugin: PluginCandidate } | { readonly diagnostic: Diagnostic };
