import { normaliseServerUrl, type Secret } from '@quotebridge/core/plugin';

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
  readonly newOpportunityPipelineStage: number | undefined;
  readonly newOpportunityProbability: number | undefined;
  readonly newOpportunityCustomFields: readonly { readonly name: string; readonly value: string }[];
}

/** What `settings.schema.json` lets through. */
interface StoredSettings {
  readonly account: {
    readonly serverUrl: string;
    readonly clientId: string;
    readonly clientSecret: Secret;
    readonly tenant?: string;
    readonly scope?: string;
  };
  readonly halopsa?: Partial<
    Omit<HaloSettings, 'server' | 'clientId' | 'clientSecret' | 'tenant' | 'scope' | 'itemNumberFields'> & {
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
 * @param settings validated against the schema; the page `halopsa` may be missing.
 * @throws `settings.invalid` when the server URL cannot be used.
 */
export function readHaloSettings(settings: unknown): HaloSettings {
  const { account, halopsa = {} } = settings as StoredSettings;
  const [first, ...others] = halopsa.itemNumberFields ?? [];
  return {
    server: normaliseServerUrl(account.serverUrl, '/account/serverUrl'),
    clientId: account.clientId,
    clientSecret: account.clientSecret,
    tenant: account.tenant,
    scope: account.scope ?? 'all',
    itemNumberFields: first === undefined ? defaultItemNumberFields : [first, ...others],
    skipMandatoryFieldChecks: halopsa.skipMandatoryFieldChecks ?? false,
    applyTicketTypeTemplate: halopsa.applyTicketTypeTemplate ?? false,
    attachmentsVisibleToUsers: halopsa.attachmentsVisibleToUsers ?? false,
    largestAttachmentMegabytes: halopsa.largestAttachmentMegabytes ?? 20,
    freeLineItemId: halopsa.freeLineItemId,
    zeroTaxId: halopsa.zeroTaxId,
    newOpportunityPipelineStage: halopsa.newOpportunityPipelineStage,
    newOpportunityProbability: halopsa.newOpportunityProbability,
    newOpportunityCustomFields: halopsa.newOpportunityCustomFields ?? [],
  };
}
