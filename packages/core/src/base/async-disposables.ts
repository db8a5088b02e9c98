/** Disposes what was added last first, all of it, once; then raises what went wrong. */
export class AsyncDisposables implements AsyncDisposable {
  readonly #added = new Set<AsyncDisposable>();
  #disposed = false;

  add<Value extends AsyncDisposable>(value: Value): Value {
    this.#added.add(value);
    return value;
  }

  /** For what was closed by somebody else. */
  remove(value: AsyncDisposable): void {
    this.#added.delete(value);
  }

  get disposed(): boolean {
    return this.#disposed;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#disposed) return;
    this.#disposed = true;
    const errors: unknown[] = [];
    for (const value of [...this.#added].reverse()) {
      try {
        await value[Symbol.asyncDispose]();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length === 1) throw errors[0];
    if (errors.length > 1) throw new AggregateError(errors, 'Several things could not be closed.');
  }
}
