import type { Binding } from '../state/state-store.js';

/** Version of the form; another one is refused. */
export const bindingsFormat = 'quotebridge.bindings/1';

/** First line of a file of bindings, which has a line of JSON for the header and for each family. */
export interface BindingsHeader {
  readonly format: typeof bindingsFormat;
  /** Name of the connection that it comes from. */
  readonly connection: string;
  /** Its tenant, as the contact manager names it: bindings of one are never taken for another. */
  readonly target?: string;
  /** Instant, ISO 8601 in UTC. */
  readonly exportedAt: string;
}

/** One document family. */
export interface BindingsFamily {
  readonly family: string;
  readonly numbers: readonly string[];
  readonly bindings: readonly Binding[];
}
