/** How far the clock of a server is from ours. */
export interface ClockDifference {
  /** Positive: the server's clock is ahead of ours. */
  readonly aheadMilliseconds: number;
  /** The difference is known to within that many milliseconds. */
  readonly withinMilliseconds: number;
}

/** A `Date` header counts whole seconds: the moment that it means lies anywhere in its second. */
const halfSecond = 500;

/** What the answers of a server tell of its clock. */
export class ServerTime {
  #difference: ClockDifference | undefined;

  /** Undefined: no answer has told it. */
  get difference(): ClockDifference | undefined {
    return this.#difference;
  }

  /** Takes the answer that tells it most exactly: one that was long on its way tells little. */
  observe(header: string | undefined, sentAt: number, answeredAt: number): void {
    const date = Date.parse(header ?? '');
    if (Number.isNaN(date) || answeredAt < sentAt) return;
    const difference = {
      aheadMilliseconds: Math.round(date + halfSecond - (sentAt + answeredAt) / 2),
      withinMilliseconds: Math.ceil(halfSecond + (answeredAt - sentAt) / 2),
    };
    const known = this.#difference;
    if (known === undefined || difference.withinMilliseconds <= known.withinMilliseconds)
      this.#difference = difference;
  }
}
