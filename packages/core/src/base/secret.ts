/**
 * A secret that cannot leave by accident: printing, serialising or inspecting it shows stars.
 * Only `reveal()` gives it away; adapters call it where the request is built and keep nothing.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '***';
  }

  toJSON(): string {
    return '***';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return 'Secret(***)';
  }
}
