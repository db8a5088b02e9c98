import type { SwitchBoard } from '../switches/switch-board.js';
import type { Tenant } from './tenant.js';

/** What a rule of the sandbox may look at: the data, the switches and the clock. */
export interface World {
  readonly tenant: Tenant;
  readonly switches: SwitchBoard;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
