export interface CheckFinding {
  readonly level: 'ok' | 'warning' | 'error';
  /** What was looked at, in a few words: `scopes`, `ticket types`, `mandatory fields`. */
  readonly topic: string;
  readonly message: string;
  /** What to do about it. */
  readonly next?: string;
}

/** Who we are in the PSA, what we may do, and what will get in the way of a push. */
export interface CheckReport {
  readonly account: { readonly id?: string; readonly name: string };
  readonly server: string;
  readonly findings: readonly CheckFinding[];
}
