import type { Clock } from '../base/clock.js';
import type { JsonObject } from '../base/json.js';
import type { Logger } from '../base/logger.js';
import type { ContactManager } from '../contract/contact-manager.js';
import type { SourceFile } from '../contract/document-source.js';
import type { RequestBudget } from '../http/request-budget.js';
import type { ClockDifference } from '../http/server-time.js';
import type { RequestCount } from '../http/request-count.js';
import type { OpenedSettings } from '../settings/read-settings.js';
import type { StateStore } from '../state/state-store.js';
import type { ReadDocument } from './engine-types.js';

/** What a connection is made of. */
export interface ConnectionParts {
  readonly name: string;
  readonly contactManagerId: string;
  readonly contactManager: ContactManager;
  /** Of its settings. */
  readonly schema: JsonObject;
  readonly opened: OpenedSettings;
  readonly state: StateStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly owner: string;
  /** Who pushes. */
  readonly actor: string;
  readonly countRequests: () => RequestCount;
  readonly budget: RequestBudget;
  readonly streamDocuments: (file: SourceFile) => AsyncIterable<ReadDocument>;
  /** What the PSA's answers tell of its clock; undefined: nothing yet. */
  readonly clockDifference: () => ClockDifference | undefined;
  /** Called once when it is closed, so that nobody keeps it. */
  readonly onClose: (connection: AsyncDisposable) => void;
}
