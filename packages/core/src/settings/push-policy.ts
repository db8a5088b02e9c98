import type { DataLinkObject } from '../contract/field-port.js';
import type { Ownership } from '../plan/ownership.js';

/** The push policy after validation, with every default filled in. Meanings: `push-policy.schema.ts`. */
export interface PushPolicy {
  readonly opportunity: {
    readonly completeOn: 'order' | 'invoice' | 'never';
    readonly wonStatus?: string;
    readonly closureCategory?: string;
    readonly conversionDate: 'documentDate' | 'today';
    readonly createWonWhenNone: boolean;
    readonly listExistingBy: 'client' | 'user';
    readonly writeProducts: boolean;
    readonly lineHandling: 'detail' | 'summary';
    /** Text with macros. */
    readonly summaryPartNumber: string;
    readonly updateName: boolean;
    readonly amount: 'sale' | 'profit';
  };
  readonly products: {
    readonly itemNumberField: string;
    readonly partNumberGeneration: {
      readonly mode: 'none' | 'macro' | 'byItemType';
      readonly macro: string;
      readonly byItemType: Readonly<Record<string, string>>;
      readonly otherwise: string;
    };
    readonly emptyPartNumbers: {
      readonly product?: string;
      readonly groupHeader?: string;
      readonly percentDiscount?: string;
      readonly percentCharge?: string;
      readonly freight?: string;
    };
    readonly createMissing: boolean;
    readonly updateExisting: readonly ('name' | 'description' | 'cost' | 'price' | 'sku')[];
    readonly laborItemTypes: readonly string[];
    readonly copyNumberToSku: boolean;
    readonly includeCost: boolean;
  };
  readonly quote: {
    readonly status?: string;
    readonly options: 'optional' | 'skip';
    readonly comments: 'line' | 'skip';
    readonly groupedBundles: 'members' | 'summary';
    readonly foreignLines: 'keep' | 'remove';
    readonly listPrices: 'none' | 'listPrice' | 'listPriceAndDiscount';
    readonly currency: 'check' | 'ignore';
    readonly freightName: string;
    /** Decimal text, not in canonical form. */
    readonly tolerance: string;
    readonly total: 'prove' | 'ignore';
    readonly proof: 'answer' | 'readBack';
  };
  readonly attachments: {
    readonly documentLinks: boolean;
    readonly renderPdf: boolean;
    /** Name, then lines of the address. */
    readonly pdfSender: string;
    readonly newVersion: 'add' | 'replace';
    readonly types: readonly string[];
  };
  readonly defaults: {
    readonly ticketType?: string;
    readonly productGroup?: string;
    readonly recordOwner: 'salesRepresentative' | 'loggedInUser';
    /** Names of address fields, separated by commas. */
    readonly addressLines: Readonly<
      Record<'line1' | 'line2' | 'line3' | 'line4' | 'line5' | 'postalCode', string>
    >;
  };
  readonly userMappings: {
    readonly users: Readonly<Record<string, string>>;
    readonly unmapped: 'leave' | 'fallback' | 'stop';
    readonly fallbackAgent?: string;
  };
  readonly productGroupMappings: { readonly groups: Readonly<Record<string, string>> };
  readonly taxMappings: {
    readonly codes: Readonly<Record<string, string>>;
    readonly calculation: 'document' | 'perLine' | 'onTotal';
  };
  readonly dataLink: { readonly rows: readonly DataLinkRow[] };
  readonly requests: {
    readonly limit?: number;
    readonly windowSeconds: number;
    readonly timeoutSeconds: number;
    /** Percent. */
    readonly reserveForPeople: number;
  };
  readonly ownership: {
    readonly opportunity: Readonly<
      Record<'client' | 'site' | 'user' | 'owner' | 'expectedCloseDate', Ownership>
    > & {
      /** Absent: as `opportunity.updateName` says. */
      readonly title?: Ownership;
    };
    readonly quote: Readonly<
      Record<
        | 'title'
        | 'description'
        | 'client'
        | 'site'
        | 'user'
        | 'owner'
        | 'status'
        | 'date'
        | 'expiresOn'
        | 'purchaseOrder'
        | 'billingAddress'
        | 'deliveryAddress',
        Ownership
      >
    >;
    readonly lines: Readonly<Record<'name' | 'note', Ownership>>;
  };
}

/** One row of the DataLink table. */
export interface DataLinkRow {
  readonly on: 'soldTo' | 'shipTo' | 'billTo' | 'address' | 'save';
  readonly object: DataLinkObject;
  readonly from: string;
  readonly to: string;
  /** Of what is saved. Absent: shared. Of several rows for one target, the last one says it. */
  readonly ownership?: Ownership;
  readonly comment?: string;
}
