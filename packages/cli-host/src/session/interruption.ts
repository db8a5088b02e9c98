import type { Terminal } from '../presentation/terminal.js';

/**
 * Ctrl-C. The first one asks the engine to stop: it finishes or writes down the running request. The second one ends
 * the process at once, which is safe too: the next run takes up what was written down.
 */
export class Interruption implements Disposable {
  readonly #controller = new AbortController();
  readonly #terminal: Terminal;
  readonly #listener = (): void => {
    if (this.#controller.signal.aborted) process.exit(130);
    this.#terminal.note(
      'Stopping: the running request is finished first. Press Ctrl-C again to stop at once.',
    );
    this.#controller.abort();
  };

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, this.#listener);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  [Symbol.dispose](): void {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, this.#listener);
  }
}
