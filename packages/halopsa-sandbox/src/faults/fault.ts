/** Kinds of trouble a request can meet. */
export const faultTypes = [
  'dropBefore',
  'dropAfter',
  'resetBefore',
  'resetAfter',
  'hold',
  'holdAfter',
  'delay',
  'rateLimit',
  'serverError',
  'htmlError',
  'badGateway',
  'redirect',
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
    /** Body of a rateLimit fault in place of the usual one. */
    readonly text?: string;
    /** rateLimit, serverError, htmlError, badGateway, redirect: the request is carried out all the same. */
    readonly afterwards?: boolean;
    /** Where a redirect leads: an address or a path. */
    readonly location?: string;
    /** Status of a redirect, default 302. */
    readonly status?: number;
    /** What a held request is called when it is released; default: its number in the log. */
    readonly name?: string;
  };
}
