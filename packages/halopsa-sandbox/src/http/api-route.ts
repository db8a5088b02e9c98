import type { Scopes } from '../entities/entity.js';
import type { Query } from '../listing/query.js';
import type { SandboxState } from './sandbox-state.js';

/** What a request asks, without the HTTP around it. */
export interface ApiCall {
  readonly query: Query;
  /** The `{id}` of the path; 0 when it has none or it is no number. */
  readonly id: number;
  /** The parsed JSON body. */
  readonly body: unknown;
  /** Scheme and host the client used. */
  readonly origin: string;
}

export interface ApiAnswer {
  /** Default 200. */
  readonly status?: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether data changed. */
  readonly stored?: boolean;
}

/** One route of the API, served with and without `/api` in front. */
export interface ApiRoute {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  /** What a token must be good for; 'open' needs no token. */
  readonly scopes: Scopes | 'open';
  readonly handle: (call: ApiCall, state: SandboxState) => ApiAnswer;
}
