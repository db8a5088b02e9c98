import type { Clock } from '../base/clock.js';
import type { JsonObject } from '../base/json.js';
import type { ContactManager } from '../contract/contact-manager.js';
import type { RequestCount } from '../http/request-count.js';
import type { LookupReader } from '../resolve/lookup-reader.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { StateStore } from '../state/state-store.js';

/** What planning and applying need of an open connection. */
export interface PlanContext {
  readonly connection: string;
  readonly contactManagerId: string;
  readonly contactManager: ContactManager;
  readonly policy: PushPolicy;
  /** Settings without secrets, for the hash: other settings, other plan. */
  readonly settings: JsonObject;
  readonly state: StateStore;
  readonly clock: Clock;
  /** Names this piece of work among others that want the same lease. */
  readonly owner: string;
  readonly readLookup: LookupReader;
  readonly countRequests: () => RequestCount;
  readonly signal?: AbortSignal;
  readonly report: (message: string) => void;
}

export function callOptions(context: PlanContext): { readonly signal?: AbortSignal } {
  return context.signal === undefined ? {} : { signal: context.signal };
}
