/** Requests by effect. Asking for a token counts as a read. */
export interface RequestCount {
  readonly read: number;
  readonly write: number;
}
