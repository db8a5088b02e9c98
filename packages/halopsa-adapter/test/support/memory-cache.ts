import type { ConnectionCache, JsonValue } from '@quotebridge/core/plugin';

/** Nothing in it ever ends; what was set stays to be looked at. */
export class MemoryCache implements ConnectionCache {
  readonly entries = new Map<string, JsonValue>();

  get(key: string): Promise<JsonValue | undefined> {
    return Promise.resolve(this.entries.get(key));
  }

  set(key: string, value: JsonValue): Promise<void> {
    this.entries.set(key, value);
    return Promise.resolve();
  }

  delete(key: string): Promise<void> {
    this.entries.delete(key);
    return Promise.resolve();
  }
}
