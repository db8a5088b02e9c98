import { escapedJson, visible, visibleButColours, visibleText } from './visible-text.js';
import type { CommonOptions } from '../program/common-options.js';
import pico from 'picocolors';

export type Colours = ReturnType<typeof pico.createColors>;

/** Where a command writes: data on standard output, everything else on standard error. */
export class Terminal {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** True when a person can be asked: somebody is there, and wants more than the bare result. */
  readonly interactive: boolean;
  /** Columns of the terminal, or a width that suits a file. */
  readonly width: number;
  /** Colours of standard output. */
  readonly colours: Colours;
  /** Colours of standard error. */
  readonly noteColours: Colours;
  readonly #clean: (text: string) => string;
  readonly #colourful: { readonly data: boolean; readonly notes: boolean };

  /** @param clean what everything goes through before it leaves the process, to take secrets out of it */
  constructor(options: CommonOptions, clean: (text: string) => string = (text) => text) {
    this.#clean = clean;
    this.json = options.json;
    this.quiet = options.quiet;
    this.verbose = options.verbose;
    this.interactive = process.stdin.isTTY && process.stderr.isTTY && !options.json && !options.quiet;
    this.width = Math.max(60, process.stdout.columns || Number(process.env['COLUMNS']) || 110);
    this.#colourful = {
      data: options.color && showsColours(process.stdout),
      notes: options.color && showsColours(process.stderr),
    };
    this.colours = pico.createColors(this.#colourful.data);
    this.noteColours = pico.createColors(this.#colourful.notes);
  }

  /** Text of a result for people. Not written with `--json`. */
  data(text: string): void {
    if (!this.json) process.stdout.write(`${this.#shown(text, this.#colourful.data)}\n`);
  }

  /** The result for programs: one line, or indented when a person looks at it. */
  object(value: unknown, form: 'object' | 'line' = 'object'): void {
    const indent = form === 'object' && process.stdout.isTTY ? 2 : undefined;
    process.stdout.write(`${escapedJson(this.#clean(JSON.stringify(value, undefined, indent)))}\n`);
  }

  /** What is worth knowing beside the result. Silent with `--quiet`. */
  note(text: string): void {
    if (!this.quiet) process.stderr.write(`${this.#shown(text, this.#colourful.notes)}\n`);
  }

  /** One step of the work, for those who asked with `--verbose`. */
  detail(text: string): void {
    if (this.verbose && text !== '')
      process.stderr.write(`${this.noteColours.dim(visibleText(this.#clean(text)))}\n`);
  }

  /** A result in the form that was asked for. The text is made of a copy that cannot steer the terminal. */
  result<Value>(value: Value, text: (shown: Value) => string): void {
    if (this.json) {
      this.object(value);
      return;
    }
    const rows = text(visible(value));
    // An empty list has no row, not an empty one.
    if (rows !== '') this.data(rows);
  }

  /** The last net: views have made foreign texts visible before they gave them colours. */
  #shown(text: string, colourful: boolean): string {
    return colourful ? visibleButColours(this.#clean(text)) : visibleText(this.#clean(text));
  }
}

function showsColours(stream: NodeJS.WriteStream): boolean {
  if (process.env['NO_COLOR'] !== undefined && process.env['NO_COLOR'] !== '') return false;
  return (stream.isTTY && process.env['TERM'] !== 'dumb') || (process.env['FORCE_COLOR'] ?? '0') !== '0';
}
