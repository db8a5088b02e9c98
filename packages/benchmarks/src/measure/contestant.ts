/** One way to do a job: ours, a package that people use for it, or code written by hand. */
export interface Contestant<Workload> {
  readonly name: string;
  /** `ours` and `peer` are packages; `baseline` is code that someone would write for this one case. */
  readonly kind: 'ours' | 'peer' | 'baseline';
  /** The npm package, whose version is reported. */
  readonly package?: string;
  /** How it is used, where that needs saying. */
  readonly use?: string;
  /** Why it cannot do this workload; undefined: it can. */
  cannot?(workload: Workload): string | undefined;
  /** Imports the package; everything that a program does once. */
  load(): Promise<Compile<Workload>>;
}

/** From rules as written to what runs once per line: what is timed as “compile”. */
export type Compile<Workload> = (workload: Workload) => Run;

/** The result for one input; `Inputs` says in which form a contestant wants its inputs. */
export type Run = (input: never) => string | Promise<string>;
