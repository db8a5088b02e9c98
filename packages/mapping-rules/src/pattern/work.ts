/** How much an analysis may still do; afterwards it finds nothing more. */
export class Work {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  get exhausted(): boolean {
    return this.#left <= 0;
  }

  /** @returns whether it was still allowed */
  take(): boolean {
    return this.#left-- > 0;
  }
}
