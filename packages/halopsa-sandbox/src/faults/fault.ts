/** Kinds of trouble a request can meet. */
export const faultTypes = [
  'dropBefore',
  'dropAfter',
  'delay',
  'rateLimit',
  'serverError',
  'htmlError',
  'badGateway',
  'truncate',
  'expireToken',
] as const;

export type FaultType = (typeof faultTypes)[number];

/** Trouble to come, as posted to `/__sandbox/faults`. */
export interface Fault {
  readonly match: {
    /** HTTP method, any when left out. */
    readonly method?: string;
    /** Part of the path, or a regular expression (with or without slashes around it), in any letter case. */
    readonly path?: string;
    /** 1 (the default) = the next matching request. */
    readonly nth?: number;
  };
  /** How many matching requests in a row it hits. Default 1. */
  readonly times?: number;
  readonly fault: {
    readonly type: FaultType;
    /** Milliseconds of a delay. */
    readonly ms?: number;
    /** Value of the Retry-After header of a rateLimit fault; without it there is none. */
    readonly retryAfter?: number | string;
  };
}
