import type { Spread } from '../measure/spread.js';

/** Everything that a run has measured: `docs/benchmarks.json`. */
export interface Report {
  readonly environment: {
    readonly node: string;
    readonly v8: string;
    readonly processor: string;
    readonly cores: number;
    readonly platform: string;
  };
  readonly contests: readonly ContestReport[];
  /** Figures that are not a contest of several, by title. */
  readonly measurements: readonly Measurement[];
  readonly bounds: readonly Bound[];
}

export interface ContestReport {
  readonly id: string;
  readonly title: string;
  readonly workloads: readonly WorkloadReport[];
}

export interface WorkloadReport {
  readonly id: string;
  readonly title: string;
  /** The contestant that ratios refer to. */
  readonly baseline: string;
  readonly results: readonly ContestantReport[];
}

export interface ContestantReport {
  readonly name: string;
  readonly kind: 'ours' | 'peer' | 'baseline';
  readonly version?: string;
  readonly use?: string;
  /** Why it has no figures. */
  readonly absent?: string;
  /** Nanoseconds per line, once warm. */
  readonly warm?: Spread;
  /** As a multiple of the baseline in the same round. */
  readonly ratio?: Spread;
  /** Milliseconds in a fresh process: compiling, and the first line. */
  readonly compile?: Spread;
  readonly first?: Spread;
}

export interface Measurement {
  readonly title: string;
  /** The unit of the figures. */
  readonly unit: string;
  readonly figures: Readonly<Record<string, number>>;
  readonly note?: string;
}

/** What must hold, and what was measured. */
export interface Bound {
  readonly what: string;
  readonly limit: number;
  readonly measured: number;
  readonly unit: '×' | 'requests';
}
