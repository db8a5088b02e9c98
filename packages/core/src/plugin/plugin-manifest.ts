import type { JsonObject } from '../base/json.js';
import type { PluginBindings } from './plugin-bindings.js';

/** The `quotebridge` field of a plugin's package.json: data only. */
export interface PluginManifest {
  /** Version of the plugin interface that it was written for. */
  readonly apiVersion: 1;
  /** Module whose default export is the bindings function. */
  readonly main: string;
  readonly contributes: {
    readonly contactManagers?: readonly ContactManagerContribution[];
    readonly documentSources?: readonly DocumentSourceContribution[];
  };
}

export interface ContactManagerContribution {
  readonly id: string;
  readonly displayName: string;
  /** Path of the JSON Schema of its settings pages, relative to the package. */
  readonly settings: string;
}

export interface DocumentSourceContribution {
  readonly id: string;
  readonly displayName: string;
  /** File name endings that it usually reads, for file choosers. */
  readonly extensions: readonly string[];
}

/** What a host knows of a plugin without having loaded it. */
export interface PluginCandidate {
  /** Package name. */
  readonly name: string;
  readonly version: string;
  /** The `quotebridge` field as found; validated by the engine. */
  readonly manifest: unknown;
  /** JSON files that the manifest names, by their path there. */
  readonly files: Readonly<Record<string, unknown>>;
  /** Imports the module `main`; called at the first `open`. */
  readonly load: () => Promise<{ readonly default: PluginBindings }>;
}

/** One fault of one plugin. */
export interface Diagnostic {
  readonly plugin: string;
  /** JSON pointer into the manifest. */
  readonly path: string;
  readonly message: string;
}

export interface RegisteredContribution {
  readonly plugin: string;
  readonly version: string;
  readonly id: string;
  readonly displayName: string;
  /** For a contact manager: the schema of its own settings pages. */
  readonly settings?: JsonObject;
  readonly extensions?: readonly string[];
}
