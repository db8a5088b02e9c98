import { visibleText } from './visible-text.js';
import type { Terminal } from './terminal.js';
import type { Progress } from '@quotebridge/core';

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
/** Work that is done sooner needs no sign that it goes on. */
const patience = 600;

/**
 * What is going on, on standard error: one moving line on a terminal; elsewhere a line for each step with --verbose,
 * and nothing without it.
 */
export class ProgressLine implements Disposable {
  readonly #terminal: Terminal;
  readonly #moving: boolean;
  #message = '';
  #frame = 0;
  #timer: NodeJS.Timeout | undefined;
  #shown = false;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
    this.#moving = process.stderr.isTTY && !terminal.quiet && !terminal.verbose;
  }

  readonly report: Progress = ({ message }) => {
    this.#message = visibleText(message);
    if (!this.#moving) this.#terminal.detail(message);
    else this.#timer ??= setTimeout(() => this.#run(), patience);
  };

  /** Takes the line away, so that something else can be printed. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#shown) process.stderr.write('\r\u001B[K');
    this.#shown = false;
  }

  [Symbol.dispose](): void {
    this.clear();
  }

  #run(): void {
    const colours = this.#terminal.noteColours;
    const room = this.#terminal.width - 4;
    const message = this.#message.length > room ? `${this.#message.slice(0, room - 1)}…` : this.#message;
    process.stderr.write(`\r\u001B[K${colours.cyan(frames[this.#frame] ?? '')} ${message}`);
    this.#shown = true;
    this.#frame = (this.#frame + 1) % frames.length;
    this.#timer = setTimeout(() => this.#run(), 80);
  }
}
