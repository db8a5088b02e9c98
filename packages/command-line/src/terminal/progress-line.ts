import { capital, progressText, waitingText, type Tracked } from './progress-text.js';
import { visibleText } from './visible-text.js';
import type { Terminal } from './terminal.js';

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
/** Work that is done sooner needs no sign that it goes on. */
const patience = 600;
const worthSaying = 5_000;

/**
 * What is going on, on standard error: one moving line on a terminal; elsewhere a line for each step with --verbose,
 * and nothing without it.
 */
export class ProgressLine implements Disposable {
  readonly #terminal: Terminal;
  readonly #moving: boolean;
  readonly #waitsUntil: string;
  #message = '';
  #tracked: Tracked | undefined;
  /** Milliseconds since the epoch. */
  #waitUntil = 0;
  #waited = 0;
  #frame = 0;
  #timer: NodeJS.Timeout | undefined;
  #shown = false;

  /** @param waitsUntil what `waiting` is about, as the end of a sentence */
  constructor(terminal: Terminal, waitsUntil = 'it goes on') {
    this.#terminal = terminal;
    this.#waitsUntil = waitsUntil;
    this.#moving = process.stderr.isTTY && !terminal.quiet && !terminal.verbose;
  }

  readonly report = ({ message }: { readonly message: string }): void => {
    this.#message = visibleText(message);
    if (!this.#moving) this.#terminal.detail(message);
    else this.#start();
  };

  /** Nothing can be sent for so many milliseconds. */
  readonly waiting = (milliseconds: number): void => {
    this.#waitUntil = Date.now() + milliseconds;
    this.#waited += milliseconds;
    const text = capital(waitingText({ until: this.#waitsUntil, milliseconds }));
    if (this.#moving) this.#start();
    // Where nothing moves, a command that does nothing for minutes looks as if it hung.
    else if (milliseconds >= worthSaying) this.#terminal.note(text);
    else if (milliseconds >= patience) this.#terminal.detail(text);
  };

  /** Milliseconds of all waiting so far. */
  get waited(): number {
    return this.#waited;
  }

  /** How far work of many parts has come; shown from now on. */
  track(tracked: Tracked): void {
    const { current } = tracked;
    this.#tracked = current === undefined ? tracked : { ...tracked, current: visibleText(current) };
    if (this.#moving) this.#start();
  }

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

  #start(): void {
    this.#timer ??= setTimeout(() => this.#run(), patience);
  }

  #run(): void {
    const colours = this.#terminal.noteColours;
    const tracked = this.#tracked === undefined ? {} : { tracked: this.#tracked };
    const wait = { until: this.#waitsUntil, milliseconds: this.#waitUntil - Date.now() };
    const state = { message: this.#message, wait, ...tracked };
    const text = progressText(state, this.#terminal.width - 4);
    process.stderr.write(`\r\u001B[K${colours.cyan(frames[this.#frame] ?? '')} ${text}`);
    this.#shown = true;
    this.#frame = (this.#frame + 1) % frames.length;
    this.#timer = setTimeout(() => this.#run(), 80);
  }
}
