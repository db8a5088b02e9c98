import type { Problem, ProblemCode } from '@quotebridge/mapping-rules';

/** All problems of one code. */
export interface TalliedProblem {
  readonly code: ProblemCode;
  readonly severity: Problem['severity'];
  readonly count: number;
  /** The first lines of the file that have it, at most five. */
  readonly lines: readonly number[];
  /** Of the first one. */
  readonly message: string;
  /** What the first one should be; empty: the message says it. */
  readonly expected: string;
  /** What was probably meant by it. */
  readonly suggestions: readonly string[];
  /** Rule that the first one is about, as a JSON pointer; empty: it is about the line itself. */
  readonly path: string;
}

const mostLines = 5;

/** Counts problems of lines; what it remembers does not grow with them. */
export class ProblemTally {
  readonly #byCode = new Map<ProblemCode, Mutable<TalliedProblem> & { readonly lines: number[] }>();
  #lines = 0;
  #failed = 0;

  /** Lines that were looked at. */
  get lines(): number {
    return this.#lines;
  }

  /** Lines with an error. */
  get failed(): number {
    return this.#failed;
  }

  /** The most frequent first. */
  get problems(): readonly TalliedProblem[] {
    return [...this.#byCode.values()].sort((a, b) => b.count - a.count);
  }

  /** @param line of the file */
  add(line: number, problems: readonly Problem[]): void {
    this.#lines += 1;
    if (problems.length === 0) return;
    if (problems.some(({ severity }) => severity === 'error')) this.#failed += 1;
    for (const problem of problems) this.#count(line, problem);
  }

  #count(line: number, { code, severity, message, expected, suggestions, path }: Problem): void {
    const known = this.#byCode.get(code);
    if (known === undefined) {
      this.#byCode.set(code, {
        code,
        severity,
        count: 1,
        lines: [line],
        message,
        expected,
        suggestions,
        path,
      });
      return;
    }
    known.count += 1;
    if (known.lines.length < mostLines && known.lines.at(-1) !== line) known.lines.push(line);
  }
}

type Mutable<Type> = { -readonly [Name in keyof Type]: Type[Name] };
