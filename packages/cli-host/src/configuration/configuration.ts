import type { JsonObject } from '@quotebridge/core';

/** A connection as the configuration has it. */
export interface StoredConnection {
  readonly plugin: string;
  readonly settings: JsonObject;
  /** Path of a rule file, relative to the configuration. */
  readonly rules?: string;
}

/** The content of `quotebridge.yaml`; its form is `configuration.schema.json`. */
export interface Configuration {
  readonly version: 1;
  readonly plugins?: readonly string[];
  readonly connections: Readonly<Record<string, StoredConnection>>;
}

/** A configuration with its place, so that a fault can say where it stands. */
export interface LoadedConfiguration {
  readonly path: string;
  readonly folder: string;
  readonly content: Configuration;
  /** Line of the value at a JSON pointer, or of the nearest thing around it. */
  lineOf(pointer: string): number | undefined;
}
