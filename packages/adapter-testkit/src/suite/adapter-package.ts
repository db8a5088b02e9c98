/** What a host reads of a plugin package before it runs any of its code. */
export interface AdapterPackage {
  /** The `quotebridge` field of package.json. */
  readonly manifest: unknown;
  /** JSON files that the manifest names, by their path there. */
  readonly files: Readonly<Record<string, unknown>>;
  /** Imports the module `main`. */
  readonly load: () => Promise<{ readonly default: unknown }>;
}
