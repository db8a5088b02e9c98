import type { Item, RecordId } from '../contract/records.js';
import type { TaxFigures } from './document-tax.js';
import type { ItemNumbers } from '../resolve/item-numbers.js';
import type { TaxDecision } from '../resolve/resolve-taxes.js';
import type { ItemOperation, ItemUpdateOperation } from './operation.js';
import type { Conflict, Match, PlanWarning } from './plan.js';
import type { Considered, Reasons } from './reason.js';

/** Everything that the PSA had to be asked about before the plan could be made. */
export interface ResolvedDocument {
  readonly people: { readonly clientId?: RecordId; readonly siteId?: RecordId; readonly userId?: RecordId };
  readonly ownerId?: RecordId;
  readonly ticketTypeId?: RecordId;
  readonly quoteStatusId?: RecordId;
  readonly currencyId?: RecordId;
  readonly taxFigures: TaxFigures;
  readonly numbers: ItemNumbers;
  /** By item number in the form of `itemNumberKey`. */
  readonly items: ReadonlyMap<string, Item>;
  /** By the same: where the product was looked for. */
  readonly consideredItems: ReadonlyMap<string, readonly Considered[]>;
  readonly creates: readonly ItemOperation[];
  readonly updates: readonly ItemUpdateOperation[];
  readonly taxes: ReadonlyMap<string, TaxDecision>;
  readonly reasons: Reasons;
  readonly matches: readonly Match[];
  readonly conflicts: readonly Conflict[];
  readonly warnings: readonly PlanWarning[];
}
