import { normaliseServerUrl, type Secret } from '@quotebridge/core/plugin';

/** Whether the discount of a quote line is only shown, or lowers what is charged. */
export type LineDiscount = 'informational' | 'subtracted';

/** Settings of one connection as the adapter uses them, defaults filled in. */
export interface HaloSettings {
  /** Origin of the server, such as `https://example.halopsa.com`. */
  readonly server: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
  readonly tenant: string | undefined;
  readonly scope: string;
  readonly itemNumberFields: readonly [string, ...string[]];
  readonly skipMandatoryFieldChecks: boolean;
  readonly applyTicketTypeTemplate: boolean;
  readonly attachmentsVisibleToUsers: boolean;
  readonly largestAttachmentMegabytes: number;
  readonly freeLineItemId: string | undefined;
  readonly zeroTaxId: string | undefined;
  readonly lineDiscount: LineDiscount;
  /** Kind of item that labour and the like become; undefined: HaloPSA's own. */
  readonly costItemType: number | undefined;
  readonly newOpportunityPipelineStage: number | undefined;
  readonly newOpportunityProbability: number | undefined;
  readonly newOpportunityCustomFields: readonly { readonly name: string; readonly value: string }[];
  /** Of core's pages, for the check alone: id or name of the ticket type, and what DataLink writes into opportunities. */
  readonly ticketType: string | undefined;
  readonly linkedOpportunityFields: readonly string[];
}

type Account = Pick<HaloSettings, 'server' | 'clientId' | 'clientSecret' | 'tenant' | 'scope'>;

/** What `settings.schema.json` and core's own pages let through. */
interface StoredSettings {
  readonly account: {
    readonly serverUrl: string;
    readonly clientId: string;
    readonly clientSecret: Secret;
    readonly tenant?: string;
    readonly scope?: string;
  };
  readonly defaults?: { readonly ticketType?: string };
  readonly dataLink?: {
    readonly rows?: readonly { readonly on: string; readonly object: string; readonly to: string }[];
  };
  readonly halopsa?: Partial<
    Omit<HaloSettings, keyof Account | 'itemNumberFields' | 'ticketType' | 'linkedOpportunityFields'> & {
      readonly itemNumberFields: readonly string[];
    }
  >;
}

const defaultItemNumberFields = [
  'name',
  'supplier_part_code',
  'internalreference',
  'externalreference',
] as const;

/**
 * @param settings validated against the schema; every page but `account` may be missing.
 * @throws `settings.invalid` when the server URL cannot be used.
 */
export function readHaloSettings(settings: unknown): HaloSettings {
  const { account, defaults, dataLink, halopsa = {} } = settings as StoredSettings;
  const [first, ...others] = halopsa.itemNumberFields ?? [];
  return {
    server: normaliseServerUrl(account.serverUrl, '/account/serverUrl'),
    clientId: account.clientId,
    clientSecret: account.clientSecret,
    tenant: account.tenant,
    scope: account.scope ?? 'all:standard',
    itemNumberFields: first === undefined ? defaultItemNumberFields : [first, ...others],
    skipMandatoryFieldChecks: halopsa.skipMandatoryFieldChecks ?? false,
    applyTicketTypeTemplate: halopsa.applyTicketTypeTemplate ?? false,
    attachmentsVisibleToUsers: halopsa.attachmentsVisibleToUsers ?? false,
    largestAttachmentMegabytes: halopsa.largestAttachmentMegabytes ?? 20,
    freeLineItemId: halopsa.freeLineItemId,
    zeroTaxId: halopsa.zeroTaxId,
    lineDiscount: halopsa.lineDiscount ?? 'informational',
    costItemType: halopsa.costItemType,
    newOpportunityPipelineStage: halopsa.newOpportunityPipelineStage,
    newOpportunityProbability: halopsa.newOpportunityProbability,
    newOpportunityCustomFields: halopsa.newOpportunityCustomFields ?? [],
    ticketType: defaults?.ticketType,
    linkedOpportunityFields: (dataLink?.rows ?? []).flatMap(({ on, object, to }) =>
      on === 'save' && object === 'opportunities' ? [to] : [],
    ),
  };
}
