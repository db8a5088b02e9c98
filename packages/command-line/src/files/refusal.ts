/** What is wrong with something that a person named, and what to do about it. */
export interface RefusalDetails {
  readonly faults?: readonly { readonly at: string; readonly value?: string; readonly expected: string }[];
  readonly next: string;
}

/** Makes the error that the command at hand knows. */
export type Refusal = (message: string, details: RefusalDetails) => Error;
