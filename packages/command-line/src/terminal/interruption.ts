import type { Terminal } from './terminal.js';

/**
 * Ctrl-C. The first one asks the work to stop where nothing is left half done. The second one ends the process at once,
 * which must be safe too.
 */
export class Interruption implements Disposable {
  readonly #controller = new AbortController();
  readonly #terminal: Terminal;
  readonly #stopping: string;
  readonly #listener = (): void => {
    if (this.#controller.signal.aborted) process.exit(130);
    if (this.#stopping !== '')
      this.#terminal.note(`Stopping: ${this.#stopping}. Press Ctrl-C again to stop at once.`);
    this.#controller.abort();
  };

  /** @param stopping what is done before the work stops; empty: nothing that takes time */
  constructor(terminal: Terminal, stopping = '') {
    this.#terminal = terminal;
    this.#stopping = stopping;
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, this.#listener);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  [Symbol.dispose](): void {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, this.#listener);
  }
}
