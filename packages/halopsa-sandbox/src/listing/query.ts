/** Query parameters by name in any letter case; the first value counts. */
export class Query {
  readonly #values = new Map<string, string>();

  constructor(url: string) {
    const start = url.indexOf('?');
    for (const [name, value] of new URLSearchParams(start < 0 ? '' : url.slice(start + 1))) {
      const key = name.toLowerCase();
      if (!this.#values.has(key)) this.#values.set(key, value);
    }
  }

  text(name: string): string | undefined {
    return this.#values.get(name.toLowerCase());
  }

  flag(name: string, otherwise = false): boolean {
    const value = this.text(name)?.toLowerCase();
    if (value === 'true' || value === '1') return true;
    return value === 'false' || value === '0' ? false : otherwise;
  }

  /** A whole number from 0, else undefined. */
  count(name: string): number | undefined {
    const value = this.text(name);
    return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
  }

  entries(): IterableIterator<[string, string]> {
    return this.#values.entries();
  }
}
