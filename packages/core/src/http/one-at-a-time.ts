/** Does pieces of work one after the other, in the order in which they come; one that fails does not stop the others. */
export class OneAtATime {
  #last: Promise<unknown> = Promise.resolve();

  do<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
