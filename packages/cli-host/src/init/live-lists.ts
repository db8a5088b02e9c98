import { describeError, type DescribedError } from '../errors/describe-error.js';
import type { DraftSettings } from './draft-settings.js';
import type { CheckReport, Connection, Engine, LookupEntry } from '@quotebridge/core';

/** The lists of the PSA, read with settings that need not be stored yet. */
export class LiveLists implements AsyncDisposable {
  readonly #engine: Engine;
  readonly #settings: DraftSettings;
  #connection: Connection | undefined;
  #tried = false;

  constructor(engine: Engine, settings: DraftSettings) {
    this.#engine = engine;
    this.#settings = settings;
  }

  /** Whether somebody has tried to sign in, with success or without. */
  get tried(): boolean {
    return this.#tried;
  }

  /** Signs in with the settings as they are now. What is wrong is told, not thrown; a stop of the person is thrown. */
  async signIn(): Promise<{ readonly report: CheckReport } | { readonly failure: DescribedError }> {
    this.#tried = true;
    await this[Symbol.asyncDispose]();
    try {
      const connection = await this.#engine.open(this.#settings.name, this.#settings.configuration);
      this.#connection = connection;
      return { report: await connection.contactManager.check() };
    } catch (error) {
      const failure = describeError(error);
      await this[Symbol.asyncDispose]();
      if (failure.code === 'cancelled') throw error;
      return { failure };
    }
  }

  /** Undefined when there is no such list, or no connection to read it with. */
  async entries(lookup: string): Promise<readonly LookupEntry[] | undefined> {
    const connection = this.#connection;
    if (!connection?.contactManager.lookups.names.includes(lookup)) return undefined;
    return connection.lookup(lookup);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const connection = this.#connection;
    this.#connection = undefined;
    await connection?.[Symbol.asyncDispose]();
  }
}
