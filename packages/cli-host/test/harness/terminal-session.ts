import { bin } from './run-command.js';
import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('pseudo-terminal.py', import.meta.url));

/** A person at a terminal: reads what the command asks, and types. Needs Python, which is where terminals can be had without a compiler. */
export class TerminalSession {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #ended: Promise<number | null>;
  #text = '';
  #read = 0;
  #notify: () => void = () => undefined;

  constructor(args: readonly string[], options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv }) {
    this.#child = spawn('python3', [program, process.execPath, bin, ...args], {
      cwd: options.cwd,
      env: {
        PATH: process.env['PATH'],
        HOME: options.cwd,
        TERM: 'xterm',
        NO_COLOR: '1',
        COLUMNS: '120',
        ...options.env,
      },
    });
    this.#child.stdout.setEncoding('utf8').on('data', (part: string) => {
      this.#text += part;
      this.#notify();
    });
    this.#child.stderr.setEncoding('utf8').on('data', (part: string) => (this.#text += part));
    this.#ended = new Promise((resolve) => {
      this.#child.once('close', (code) => {
        resolve(code);
        this.#notify();
      });
    });
  }

  /** Skips a test where no terminal can be had, and says why. */
  static skipUnlessPossible(test: Mocha.Context): void {
    if (isPossible()) return;
    process.stderr.write('Skipped: a terminal to try needs python3 3.9 or later, and no Windows.\n');
    test.skip();
  }

  /** Everything shown so far, without what steers the terminal. */
  get shown(): string {
    return plain(this.#text);
  }

  /** Questions in the order in which they were answered. */
  answered(): readonly string[] {
    return [...this.shown.matchAll(/✔ ([^\n]*?[:?])/g)].map(([, question = '']) => question);
  }

  /** Which of these lines of a title were shown, in their order. */
  headings(titles: readonly string[]): readonly string[] {
    return this.shown.split('\n').flatMap((line) => titles.filter((title) => line.startsWith(`${title}  `)));
  }

  /** Waits for a question that was not answered yet, and answers it with Enter behind the text. */
  async answer(question: string | RegExp, text = ''): Promise<void> {
    await this.#seen(question);
    await this.#type(text === '' ? ['\r'] : [text, '\r']);
  }

  /** Ctrl-C instead of an answer. */
  async interrupt(question: string | RegExp): Promise<void> {
    await this.#seen(question);
    await this.#type(['\u0003']);
  }

  /** Moves down in a list, or up, before Enter. */
  async choose(question: string | RegExp, steps: number): Promise<void> {
    await this.answer(question, (steps < 0 ? '\u001B[A' : '\u001B[B').repeat(Math.abs(steps)));
  }

  /** The exit code, when nothing is asked any more. */
  async end(): Promise<number | null> {
    return this.#ended;
  }

  async #type(keys: readonly string[]): Promise<void> {
    // The prompt shows itself before it listens.
    await new Promise((resolve) => setTimeout(resolve, 40));
    this.#read = this.#text.length;
    for (const key of keys) {
      this.#child.stdin.write(key);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }

  async #seen(question: string | RegExp): Promise<void> {
    const until = Date.now() + 15_000;
    const asked = (): boolean => {
      const rest = plain(this.#text.slice(this.#read));
      return typeof question === 'string' ? rest.includes(question) : question.test(rest);
    };
    while (!asked()) {
      if (Date.now() > until || this.#child.exitCode !== null) {
        this.#child.kill();
        throw new Error(`never asked: ${String(question)}\n${this.shown.slice(-1500)}`);
      }
      await new Promise<void>((resolve) => {
        this.#notify = resolve;
        setTimeout(resolve, 200);
      });
    }
  }
}

/** Whether Python is there and has what the program needs. */
function isPossible(): boolean {
  const needed = 'import os, pty, termios; os.waitstatus_to_exitcode';
  return process.platform !== 'win32' && spawnSync('python3', ['-c', needed]).status === 0;
}

function plain(text: string): string {
  // What steers a terminal consists of control characters.
  // eslint-disable-next-line no-control-regex
  return text.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '').replaceAll('\r', '');
}
