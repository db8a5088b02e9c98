import type { AttachmentPort } from './attachment-port.js';
import type { CallOptions } from './call-options.js';
import type { CheckReport } from './check-report.js';
import type { ClientPort, UserPort } from './client-port.js';
import type { FieldPort } from './field-port.js';
import type { ItemPort } from './item-port.js';
import type { LookupPort } from './lookup-port.js';
import type { OpportunityPort } from './opportunity-port.js';
import type { MissingPermission, PlannedWrite } from './permission-needs.js';
import type { QuotePort } from './quote-port.js';

/**
 * The PSA or CRM behind a connection, made of small ports. A port that is not there is a capability that is missing,
 * and hosts hide what it would offer.
 *
 * Every method raises `QuotebridgeError` only: `auth.rejected`, `permission.missing`, `remote.*`, `cancelled`. An update of
 * a record that is gone is `remote.rejected` with status 404. One that holds something open has `Symbol.asyncDispose`; the
 * engine calls it once.
 */
export interface ContactManager extends Partial<AsyncDisposable> {
  /**
   * Which tenant it is, such as its address: what is remembered of one is never used for another. Never a secret.
   * Undefined: the connection's name has to be enough.
   */
  readonly target?: string;
  check(options?: CallOptions): Promise<CheckReport>;
  /**
   * What of these writes is certain not to be permitted, by what is known without asking: empty when nothing is, or when
   * it cannot be told. A plan with one is refused, so a guess does not belong here.
   */
  missingPermissions?(
    writes: readonly PlannedWrite[],
    options?: CallOptions,
  ): Promise<readonly MissingPermission[]>;
  readonly clients: ClientPort;
  readonly users: UserPort;
  readonly opportunities: OpportunityPort;
  readonly lookups: LookupPort;
  readonly quotes?: QuotePort;
  readonly items?: ItemPort;
  readonly attachments?: AttachmentPort;
  readonly fields?: FieldPort;
}
