import { TokenStore } from '../auth/token-store.js';
import { FaultQueue } from '../faults/fault-queue.js';
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
  readonly rateLimit: RateLimit;
  readonly #switches: SwitchBoard;
  readonly #now: () => number;
  #world: World;

  constructor({ seed, switches, rateLimit, now }: SandboxStateOptions) {
    this.seed = seed;
    this.rateLimit = new RateLimit(rateLimit);
    this.#switches = new SwitchBoard(switches);
    this.#now = now;
    this.#world = this.freshWorld();
  }

  get world(): World {
    return this.#world;
  }

  /** Back to the seed: records only. Tokens, switches, faults and the request log stay as they are. */
  reset(): void {
    this.#world = this.freshWorld();
  }

  private freshWorld(): World {
    return { tenant: new Tenant(this.seed), switches: this.#switches, now: this.#now };
  }
}
