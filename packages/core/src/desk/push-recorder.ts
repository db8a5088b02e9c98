import type { Clock } from '../base/clock.js';
import type { Logger } from '../base/logger.js';
import type { StateStore } from '../state/state-store.js';
import { PushRecord } from './push-record.js';
import type { PushedDocument } from './pushed-document.js';

export interface RecorderParts {
  readonly state: StateStore;
  /** Name of the connection. */
  readonly name: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Who pushes, such as `dana@office-3`. */
  readonly actor: string;
  /** This process, as leases name it. */
  readonly owner: string;
}

/** Keeps the history and the issues of one connection. */
export class PushRecorder {
  readonly #parts: RecorderParts;
  /** Errors that are written down, or that are none of a push. */
  readonly #known = new WeakSet();

  constructor(parts: RecorderParts) {
    this.#parts = parts;
  }

  start(about: PushedDocument): PushRecord {
    return new PushRecord(this.#parts, about);
  }

  /** The error needs no record any more: it has one, or a person has said no. */
  settle(error: unknown): void {
    if (typeof error === 'object' && error !== null) this.#known.add(error);
  }

  isSettled(error: unknown): boolean {
    return typeof error === 'object' && error !== null && this.#known.has(error);
  }
}
