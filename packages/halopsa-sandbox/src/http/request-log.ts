/** One request as `GET /__sandbox/requests` shows it. */
export interface LoggedRequest {
  readonly number: number;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** When it came, ISO 8601. */
  readonly at: string;
  /** What the client saw; null while it runs and when the connection was dropped. */
  status: number | null;
  /** A POST or DELETE of the API that was not marked as validation only. */
  write: boolean;
  /** Whether data changed, even if the answer got lost. */
  stored: boolean;
  /** Milliseconds. */
  duration: number;
  /** Type of the fault that hit it. */
  fault?: string;
  /** The body with secrets removed and file contents shortened. */
  body?: unknown;
}

/** All requests of the API and the token endpoint, in the order they came. */
export class RequestLog {
  #entries: LoggedRequest[] = [];
  #count = 0;

  get entries(): readonly LoggedRequest[] {
    return this.#entries;
  }

  start(method: string, path: string, query: Readonly<Record<string, string>>, now: number): LoggedRequest {
    this.#count += 1;
    const at = new Date(now).toISOString();
    const entry = {
      number: this.#count,
      method,
      path,
      query,
      at,
      status: null,
      write: false,
      stored: false,
      duration: 0,
    };
    this.#entries.push(entry);
    return entry;
  }

  clear(): void {
    this.#entries = [];
  }
}
