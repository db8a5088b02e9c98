import { withoutSecrets } from '../secrets/known-secrets.js';
import type { GlobalOptions } from '../command-line/global-options.js';
import pico from 'picocolors';

export type Colours = ReturnType<typeof pico.createColors>;

/** Where a command writes: data on standard output, everything else on standard error. */
export class Terminal {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** True when a person can be asked. */
  readonly interactive: boolean;
  /** Columns of the terminal, or a width that suits a file. */
  readonly width: number;
  /** Colours of standard output. */
  readonly colours: Colours;
  /** Colours of standard error. */
  readonly noteColours: Colours;

  constructor(options: Pick<GlobalOptions, 'json' | 'quiet' | 'verbose' | 'color'>) {
    this.json = options.json;
    this.quiet = options.quiet;
    this.verbose = options.verbose;
    this.interactive = process.stdin.isTTY && process.stderr.isTTY;
    this.width = Math.max(60, process.stdout.columns || Number(process.env['COLUMNS']) || 110);
    this.colours = pico.createColors(options.color && showsColours(process.stdout));
    this.noteColours = pico.createColors(options.color && showsColours(process.stderr));
  }

  /** Text of a result for people. Not written with `--json`. */
  data(text: string): void {
    if (!this.json) process.stdout.write(`${withoutSecrets(text)}\n`);
  }

  /** The result for programs: one line, or indented when a person looks at it. */
  object(value: unknown, form: 'object' | 'line' = 'object'): void {
    const indent = form === 'object' && process.stdout.isTTY ? 2 : undefined;
    process.stdout.write(`${withoutSecrets(JSON.stringify(value, undefined, indent))}\n`);
  }

  /** What is worth knowing beside the result. Silent with `--quiet`. */
  note(text: string): void {
    if (!this.quiet) process.stderr.write(`${withoutSecrets(text)}\n`);
  }

  /** One step of the work, for those who asked with `--verbose`. */
  detail(text: string): void {
    if (this.verbose && text !== '') process.stderr.write(`${withoutSecrets(this.noteColours.dim(text))}\n`);
  }

  /** A result in the form that was asked for. */
  result(value: unknown, text: () => string): void {
    if (this.json) this.object(value);
    else this.data(text());
  }
}

function showsColours(stream: NodeJS.WriteStream): boolean {
  if (process.env['NO_COLOR'] !== undefined && process.env['NO_COLOR'] !== '') return false;
  return (stream.isTTY && process.env['TERM'] !== 'dumb') || (process.env['FORCE_COLOR'] ?? '0') !== '0';
}
