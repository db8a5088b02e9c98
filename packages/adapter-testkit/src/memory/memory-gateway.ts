import { QuotebridgeError, type CallOptions, type Secret } from '@quotebridge/core/plugin';
import type { FaultKind } from '../suite/fault-kind.js';
import { memoryFault } from './memory-fault.js';
import type { MemoryTenant } from './memory-tenant.js';

/** The way to the imagined PSA: counts requests, lets in who knows the secret, and fails as told. */
export class MemoryGateway {
  readonly #tenant: MemoryTenant;
  readonly #secret: Secret;
  #counts = { read: 0, write: 0 };
  #fault: FaultKind | undefined;
  readonly #answersToDrop = new Set<number>();

  constructor(tenant: MemoryTenant, secret: Secret) {
    this.#tenant = tenant;
    this.#secret = secret;
  }

  get counts(): { readonly read: number; readonly write: number } {
    return { ...this.#counts };
  }

  /** Every request from now on meets this fault; undefined: all is well again. */
  set fault(kind: FaultKind | undefined) {
    this.#fault = kind;
  }

  /** The write that comes as number `nth` from now is carried out, but its answer gets lost. */
  dropAnswer(nth: number): void {
    this.#answersToDrop.add(this.#counts.write + nth);
  }

  async read<Answer>(
    options: CallOptions | undefined,
    look: (tenant: MemoryTenant) => Answer,
  ): Promise<Answer> {
    await this.#arrive('read', options?.signal);
    return structuredClone(look(this.#tenant));
  }

  async write<Answer>(
    options: CallOptions | undefined,
    commit: (tenant: MemoryTenant) => Answer,
  ): Promise<Answer> {
    const number = await this.#arrive('write', options?.signal);
    const answer = structuredClone(commit(this.#tenant));
    if (this.#answersToDrop.delete(number)) {
      throw new QuotebridgeError('remote.unavailable', 'The connection broke before the answer came.', {
        arrived: 'unknown',
        next: 'Look for the marker before creating anything again.',
      });
    }
    return answer;
  }

  /** Returns once the request has reached the PSA and is let in: the how manieth of its kind it is. */
  async #arrive(effect: 'read' | 'write', signal: AbortSignal | undefined): Promise<number> {
    if (signal?.aborted === true) throw cancelled();
    const number = ++this.#counts[effect];
    if (this.#fault === 'hang') await untilAborted(signal);
    else await Promise.resolve();
    if (this.#fault !== undefined) throw memoryFault(this.#fault, effect);
    if (this.#secret.reveal() !== this.#tenant.secret.reveal()) throw memoryFault('unauthorized', effect);
    return number;
  }
}

function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(cancelled()), { once: true });
  });
}

function cancelled(): QuotebridgeError {
  return new QuotebridgeError('cancelled', 'Stopped before the answer came.');
}
