import Mocha from 'mocha';
import { describeAdapter, type AdapterOptions, type TestInterface } from '../../src/index.js';

export interface SuiteOutcome {
  /** Ids of the checks, in order. */
  readonly passed: readonly string[];
  readonly failed: readonly string[];
  readonly skipped: readonly string[];
}

/** Runs the suite in a mocha of its own and gives the ids of what passed and failed. */
export async function runSuite(options: AdapterOptions): Promise<SuiteOutcome> {
  const outcome = { passed: [] as string[], failed: [] as string[], skipped: [] as string[] };
  const collect = (ids: string[]) => (test: Mocha.Test) => void ids.push(test.title.split(':')[0] ?? '');
  class Collector extends Mocha.reporters.Base {
    constructor(runner: Mocha.Runner, run: Mocha.MochaOptions) {
      super(runner, run);
      runner.on('pass', collect(outcome.passed));
      runner.on('fail', collect(outcome.failed));
      runner.on('pending', collect(outcome.skipped));
    }
  }
  const mocha = new Mocha({ reporter: Collector });
  const context = {} as TestInterface & Mocha.MochaGlobals;
  mocha.suite.emit('pre-require', context, '', mocha);
  describeAdapter(options, context);
  await new Promise<void>((resolve) => mocha.run(() => resolve()));
  return outcome;
}
