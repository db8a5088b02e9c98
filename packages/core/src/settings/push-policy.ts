/** The push policy after validation, with every default filled in. Meanings: `push-policy.schema.ts`. */
export interface PushPolicy {
  readonly opportunity: {
    readonly completeOn: 'order' | 'invoice' | 'never';
    readonly wonStatus?: string;
    readonly closureCategory?: string;
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
    readonly emptyPartNumbers: { readonly product?: string; readonly groupHeader?: string };
    readonly createMissing: boolean;
    readonly copyNumberToSku: boolean;
    readonly includeCost: boolean;
  };
  readonly quote: {
    readonly status?: string;
    readonly options: 'optional' | 'skip';
    readonly comments: 'line' | 'skip';
    readonly groupedBundles: 'members' | 'summary';
    readonly freightName: string;
    readonly proof: 'answer' | 'readBack';
  };
  readonly defaults: {
    readonly ticketType?: string;
    readonly productGroup?: string;
    readonly recordOwner: 'salesRepresentative' | 'loggedInUser';
  };
  readonly userMappings: {
    readonly users: Readonly<Record<string, string>>;
    readonly unmapped: 'leave' | 'fallback' | 'stop';
    readonly fallbackAgent?: string;
  };
  readonly productGroupMappings: { readonly groups: Readonly<Record<string, string>> };
  readonly taxMappings: { readonly codes: Readonly<Record<string, string>> };
}
