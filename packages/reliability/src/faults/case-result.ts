/** What became of one disturbed push: a row of the results. */
export interface CaseResult {
  readonly scenario: string;
  /** How it was disturbed. */
  readonly fault: string;
  /** Number of the request that was disturbed. */
  readonly position: number;
  /** That request: `POST /api/Quotation`. */
  readonly request: string;
  /** Runs beyond the first until one went through. */
  readonly reruns: number;
  /** How the runs ended: `written`, `unchanged`, or a code of an error. */
  readonly outcomes: readonly string[];
  /** Records beyond those of an undisturbed push. */
  readonly duplicates: number;
  readonly equal: boolean;
  /** The money in the tenant is that of the document, and so said the push that read it back. */
  readonly proven: boolean;
}
