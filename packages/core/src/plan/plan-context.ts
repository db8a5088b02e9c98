import type { Clock } from '../base/clock.js';
import type { JsonObject } from '../base/json.js';
import type { CallOptions } from '../contract/call-options.js';
import type { ContactManager } from '../contract/contact-manager.js';
import type { RequestCount } from '../http/request-count.js';
import { linkedNames } from '../datalink/linked-names.js';
import type { FieldReader } from '../datalink/field-reader.js';
import type { LookupReader } from '../resolve/lookup-reader.js';
import type { ConnectionRules } from '../rules/connection-rules.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { StateStore } from '../state/state-store.js';

/** What planning and applying need of an open connection. */
export interface PlanContext {
  readonly connection: string;
  readonly contactManagerId: string;
  readonly contactManager: ContactManager;
  readonly policy: PushPolicy;
  readonly rules: ConnectionRules;
  /** Settings without secrets, for the hash: other settings, other plan. */
  readonly settings: JsonObject;
  /** Of the settings, with the lists that they name entries of. */
  readonly settingsSchema: JsonObject;
  readonly state: StateStore;
  readonly clock: Clock;
  /** Names this piece of work among others that want the same lease. */
  readonly owner: string;
  readonly readLookup: LookupReader;
  readonly readFields: FieldReader;
  readonly countRequests: () => RequestCount;
  readonly signal?: AbortSignal;
  readonly report: (message: string) => void;
}

/** Records are always asked for the same DataLink fields, so that two readings of one can be compared. */
export function callOptions({ signal, policy }: PlanContext): CallOptions {
  const linked = linkedNames(policy);
  return { ...(signal === undefined ? {} : { signal }), ...(linked === undefined ? {} : { linked }) };
}
