import { TokenStore } from '../auth/token-store.js';
import { FaultQueue } from '../faults/fault-queue.js';
import { HoldDesk } from '../faults/hold-desk.js';
import type { Seed } from '../seed/seed.js';
import { SwitchBoard } from '../switches/switch-board.js';
import type { Switches } from '../switches/switch-table.js';
import { Tenant } from '../tenant/tenant.js';
import type { World } from '../tenant/world.js';
import { RateLimit, type RateLimitOptions } from './rate-limit.js';
import { RequestLog } from './request-log.js';

export interface SandboxStateOptions {
  readonly seed: Seed;
  readonly switches?: Partial<Switches>;
  readonly rateLimit?: RateLimitOptions | false;
  readonly now: () => number;
}

/** Everything one running sandbox remembers. */
export class SandboxState {
  readonly seed: Seed;
  readonly tokens = new TokenStore();
  readonly log = new RequestLog();
  readonly faults = new FaultQueue();
  readonly holds = new HoldDesk();
  /** Milliseconds by which the clock of the tenant is ahead of the real one; negative when it is behind. */
  clockOffset = 0;
  readonly rateLimit: RateLimit;
  readonly #switches: SwitchBoard;
  readonly #now: () => number;
  #world: World;
  #kept: Tenant | undefined;

  constructor({ seed, switches, rateLimit, now }: SandboxStateOptions) {
    this.seed = seed;
    this.rateLimit = new RateLimit(rateLimit);
    this.#switches = new SwitchBoard(switches);
    this.#now = () => now() + this.clockOffset;
    this.#world = this.freshWorld();
  }

  get world(): World {
    return this.#world;
  }

  /** Back to what was kept, else to the seed: records only. Tokens, switches, faults and the request log stay as they are. */
  reset(): void {
    this.#world = this.freshWorld();
  }

  /** From now on `reset` goes back to the records as they are now. */
  keep(): void {
    this.#kept = this.#world.tenant.copy();
  }

  /** `reset` goes back to the seed again. */
  forgetKept(): void {
    this.#kept = undefined;
  }

  private freshWorld(): World {
    const tenant = this.#kept?.copy() ?? new Tenant(this.seed);
    return { tenant, switches: this.#switches, now: this.#now };
  }
}
