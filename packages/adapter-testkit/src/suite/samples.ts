import type { Address, DataLinkObject, FieldValues, RecordId } from '@quotebridge/core/plugin';

/** Records that the tenant holds. A check that needs one which is not given fails, unless it is skipped with a reason. */
export interface Samples {
  /** An active client; `part` occurs in its name, not at the start, in other case. */
  readonly client: {
    readonly id: RecordId;
    readonly name: string;
    readonly part: string;
    readonly siteId?: RecordId;
  };
  /** A text that so many clients have in their name: more than one page of the PSA. */
  readonly manyClients: { readonly text: string; readonly count: number };
  /** A client that is billed in a currency of its own. */
  readonly clientWithCurrency?: { readonly id: RecordId; readonly currencyId: RecordId };
  readonly siteAddress?: { readonly siteId: RecordId; readonly address: Address };
  readonly inactiveClient?: { readonly id: RecordId; readonly name: string };
  /** An active user of the sample client. */
  readonly user: {
    readonly id: RecordId;
    readonly name: string;
    readonly email: string;
    /** Job title. */
    readonly title?: string;
  };
  readonly inactiveUser?: { readonly id: RecordId; readonly name: string };
  readonly agentId: RecordId;
  readonly ticketTypeId: RecordId;
  /** Closed statuses, for PSAs that tell won and lost by one. */
  readonly statusIds?: { readonly won: RecordId; readonly lost: RecordId };
  readonly closureCategoryId?: RecordId;
  readonly quoteStatusId?: RecordId;
  readonly taxId?: RecordId;
  /** Of the lookup `currencies`, for a quote. */
  readonly currencyId?: RecordId;
  /** An active catalogue product. */
  readonly item?: { readonly id: RecordId; readonly number: string; readonly supplierNumber?: string };
  /** An item number that so many products carry, two at least. */
  readonly repeatedNumber?: { readonly number: string; readonly count: number };
  /** How many active products there are: more than one page of the PSA. */
  readonly catalogueSize?: number;
  /** Where a product that is created belongs. */
  readonly classification?: Readonly<Record<string, RecordId>>;
  /** A field of opportunities that this ticket type requires and the sample one does not, and a value that it takes. */
  readonly requiredField?: { readonly ticketTypeId: RecordId; readonly name: string; readonly value: string };
  /** Values for writable fields that do not take any text, number, date, or choice. */
  readonly fieldValues?: Readonly<Partial<Record<DataLinkObject, FieldValues>>>;
  /** A well-formed id that no record has. */
  readonly unknownId: RecordId;
}
