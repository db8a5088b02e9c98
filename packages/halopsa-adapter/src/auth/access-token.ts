/** A token as it may be used; plain data, so that it can be sealed. */
export interface AccessToken {
  readonly value: string;
  /** Permissions that the server says it granted; empty when it does not say. */
  readonly scope: string;
  /** Milliseconds since the epoch from which a new one is asked for, before the old one has ended. */
  readonly renewAt: number;
  /** Milliseconds since the epoch. */
  readonly endsAt: number;
}
