/**
 * Everything the public material on HaloPSA leaves open, as switches. Each says what it decides and why it is open;
 * the default is the reading we find more likely, or the one that is harsher on a client.
 */
export const switchTable = {
  /** Is plain `search` on `/Client` ignored? Default true: one author found so, the specification lists the parameter. */
  clientSearchIgnored: {
    default: true,
    values: 'flag',
    what: 'GET /Client ignores plain search; advanced_search always works',
    why: 'a client author found it ignored, the OpenAPI file lists it',
  },
  /** Which fields of a product `search` looks at. Default: its names and part numbers. */
  itemSearchFields: {
    default: [
      'name',
      'supplier_part_code',
      'default_supplier_part_code',
      'internalreference',
      'externalreference',
    ] as readonly string[],
    values: 'names',
    what: 'fields of a product that search looks at',
    why: 'the OpenAPI file lists the parameter, not what it covers',
  },
  /** What a POST of several elements answers. Default array: no capture of the real answer is public. */
  multiPostAnswer: {
    default: 'array',
    values: ['array', 'first'],
    what: 'answer to a POST of several elements: all of them, or the first only',
    why: 'only the answer to one element is known',
  },
  /** What becomes of lines that an update leaves out of `lines`. Default delete: the agent UI sends all of them. */
  omittedQuoteLines: {
    default: 'delete',
    values: ['delete', 'keep'],
    what: 'lines missing from the lines of a quote update',
    why: 'not documented anywhere public',
  },
  /** Does the answer to POST /Quotation carry the lines? Default true: the answer is said to be the stored object. */
  quoteAnswerHasLines: {
    default: true,
    values: 'flag',
    what: 'the answer to POST /Quotation carries lines with their ids',
    why: 'no capture of the answer is public',
  },
  /** Do list rows of opportunities hold the third-party fields? Default false: rows hold only list columns. */
  opportunityListHasThirdParty: {
    default: false,
    values: 'flag',
    what: 'rows of GET /Opportunities hold third_party_id, third_party_id_string and opportunity_third_party_url',
    why: 'which columns a list row holds is not documented',
  },
  /** Does a 429 carry Retry-After, and in which form? Default none: no capture proves that it does. */
  retryAfter: {
    default: 'none',
    values: ['none', 'seconds', 'date'],
    what: 'Retry-After on a 429 of the rate limit',
    why: 'clients look for it, nobody shows one',
  },
  /** Do requests that a 429 refused count in the window? Default false: the usual rate limiters for ASP.NET do not count them. */
  refusedRequestsCount: {
    default: false,
    values: 'flag',
    what: 'requests answered with 429 count in the window, so that a client that hammers stays locked out',
    why: 'not documented',
  },
  /** What a 429 says. Default quota: the wording of a common rate limiter for ASP.NET. */
  rateLimitText: {
    default: 'quota',
    values: ['quota', 'words', 'json', 'bare', 'empty'],
    what: 'a 429 says "maximum admitted 700 per 5m", "API limit of 700 requests per 5 minutes", the former as JSON, only "Too Many Requests", or nothing',
    why: 'no capture of the body is public; tools name the limit in words',
  },
  /** May the agent of the application delete? Default true: partners ask for the Administrator role. */
  agentMayDelete: {
    default: true,
    values: 'flag',
    what: 'DELETE is carried out, or refused with 403 as the role of the agent lacks the permission',
    why: 'access is that of the scopes and of the role of the agent together; the role is set up on the tenant',
  },
  /** Does a read by id still find a deleted ticket? Default notFound; the schema has a flag `deleted`, so it may be shown. */
  deletedTicketById: {
    default: 'notFound',
    values: ['notFound', 'shown'],
    what: 'a deleted ticket is unknown, or still read by id with deleted: true; lists never show it',
    why: 'the database keeps it and the schema has the flag, no capture shows an answer',
  },
  /** What becomes of the quotes of a deleted ticket. Default keep: deletion only hides a record. */
  quotesOfDeletedTicket: {
    default: 'keep',
    values: ['keep', 'delete'],
    what: 'quotes of a deleted ticket stay behind with its number, or go with it',
    why: 'not documented',
  },
  /** What happens to the deletion of a product that quotes name. Default allow: deletion only hides a record. */
  usedItemDeletion: {
    default: 'allow',
    values: ['allow', 'reject'],
    what: 'a product on a line of a quote can be deleted, or is refused with 400',
    why: 'not documented',
  },
  /** Does a new ticket have an action from the start? Default true: a client must not take it for use by others. */
  ticketStartsWithAction: {
    default: true,
    values: 'flag',
    what: 'a new ticket has an action "Logged" by the agent of the application',
    why: 'which actions the server adds by itself is not documented',
  },
  /** Where tax is rounded to cents. Default line: the usual practice of invoicing systems. */
  taxRounding: {
    default: 'line',
    values: ['line', 'total', 'none'],
    what: 'tax is rounded to cents per line, once per quote, or never',
    why: 'not documented',
  },
  /** Whose tax code a line without one of its own takes. Default product: the nearer record. */
  taxCodeOrder: {
    default: 'product',
    values: ['product', 'client'],
    what: 'tax code of a line that sends none: that of the product, then of the client, or the other way round',
    why: 'both records have one, which wins is not documented',
  },
  /** Is the opportunity value computed from its quotes? Default false: a tenant setting (oppvalue_from_quote). */
  opportunityValueFromQuote: {
    default: false,
    values: 'flag',
    what: 'oppvalue is the net sum of the quotes of the opportunity; also shown by GET /Control',
    why: 'a setting of the tenant; how it counts is not documented',
  },
  /** Most rows of a page. Default 100: documented for tickets, reported for the rest. */
  pageCap: {
    default: 100,
    values: 'count',
    what: 'most rows of one page, silently applied',
    why: 'documented for ticket lists only; some clients ask for 500 or 1000',
  },
  /** Most rows of an answer that is not paged. Default 0 (no limit): reports of a cap speak of pages. */
  unpagedCap: {
    default: 0,
    values: 'count',
    what: 'most rows of a list without pageinate; 0 means all',
    why: 'not documented',
  },
  /** Largest attachment in bytes. Default 20 MiB: no limit is documented. */
  maxAttachmentBytes: {
    default: 20_971_520,
    values: 'count',
    what: 'largest attachment, in bytes after decoding',
    why: 'no limit is documented',
  },
  /** Is there an AuthInfo endpoint? Default on: some deployments may hide it. */
  authInfo: {
    default: 'on',
    values: ['on', 'off'],
    what: 'GET /api/AuthInfo answers, or is unknown (404)',
    why: 'seen in one client only',
  },
  /** Answer to GET by id of an unknown record. Default notFound: what the 2026 specification lists. */
  unknownIdAnswer: {
    default: 'notFound',
    values: ['notFound', 'emptyObject', 'badRequest'],
    what: 'GET of an unknown id: 404, 200 with {"id":0}, or 400',
    why: 'authors report all three',
  },
  /** Answer to an update of an unknown record. Default notFound, as for reading. */
  unknownIdOnUpdate: {
    default: 'notFound',
    values: ['notFound', 'badRequest', 'create'],
    what: 'update of an unknown id: 404, 400, or a new record with a number of its own',
    why: 'not documented',
  },
  /** How a line with an id is updated. Default merge: records are documented to merge. */
  lineReplaceOnUpdate: {
    default: 'merge',
    values: ['merge', 'replace'],
    what: 'an updated quote line keeps fields that were not sent, or loses them',
    why: 'merging is documented for records, not for their lines',
  },
  /** Does the server overwrite prices of catalogue lines? Default false. */
  repriceFromCatalogue: {
    default: false,
    values: 'flag',
    what: 'price and cost of a line with item_id are overwritten by those of the product',
    why: 'tenants can hold rules and price lists; a client must notice',
  },
  /** The soft rule that asks for confirmation. Default none: real ones depend on the tenant. */
  softRule: {
    default: 'none',
    values: ['none', 'duplicateOpportunity'],
    what: 'a second open opportunity of one client with the same summary is not stored but answered with _warning, until sent with _force',
    why: 'the _warning field is in the specification, its rules are not',
  },
  /** Opportunity fields that must be filled on create. Default none: configuration of a ticket type. */
  mandatoryOpportunityFields: {
    default: [] as readonly string[],
    values: 'names',
    what: 'fields (or custom fields by CF name) a new opportunity must have, unless _novalidate is sent',
    why: 'depends on the configuration of the ticket type',
  },
  /** What happens to fields the API does not know. Default drop: ASP.NET ignores unknown members. */
  unknownFields: {
    default: 'drop',
    values: ['drop', 'keep'],
    what: 'unknown fields of a record are dropped, or stored and given back',
    why: 'the sandbox lists the fields that matter for quoting, not all of them',
  },
  /** What happens to values of custom fields that do not exist. Default ignore. */
  unknownCustomField: {
    default: 'ignore',
    values: ['ignore', 'reject'],
    what: 'a value for a custom field that does not exist is ignored, or refused with 400',
    why: 'not documented',
  },
  /** What GET /FieldInfo answers. Default array: a public client walks through the answer itself. */
  fieldInfoList: {
    default: 'array',
    values: ['array', 'envelope'],
    what: 'GET /FieldInfo answers a bare array, or an object whose fields are the array',
    why: 'one public client reads an array, the tests of another an object',
  },
  /** How values of custom fields come back. Default asSent: one capture of a ticket shows option ids as text and as numbers. */
  customFieldValueShape: {
    default: 'asSent',
    values: ['asSent', 'text', 'typed'],
    what: 'numbers, flags and options of custom fields keep the JSON type they were sent in, come back as text (several options as "1,3"), or typed (several options as objects)',
    why: 'a capture shows option ids in both types, none shows the rest',
  },
  /** What happens to a text beyond the characterlimit of its custom field. Default reject. */
  customTextTooLong: {
    default: 'reject',
    values: ['reject', 'truncate'],
    what: 'a text beyond the characterlimit of its custom field is refused with 400, or cut',
    why: 'the limit is in the specification, its effect is not',
  },
  /** What happens to a value for a read-only custom field. Default ignore: the answer looks like success. */
  readonlyCustomField: {
    default: 'ignore',
    values: ['ignore', 'reject'],
    what: 'a value for a read-only custom field is ignored, or refused with 400',
    why: 'the flag is in the specification, its effect is not',
  },
  /** What happens to a ticket with a user but no site. Default reject: a client author sends both for that reason. */
  userNeedsSite: {
    default: 'reject',
    values: ['reject', 'derive'],
    what: 'a ticket with user_id but no site_id is refused with 400, or takes the site of the user',
    why: 'known to be needed, what happens without it is not',
  },
  /** Does discount_perc lower the line total? Default informational: Halo reports multiply quantity by price. */
  lineDiscount: {
    default: 'informational',
    values: ['informational', 'subtract'],
    what: 'discount_perc of a line is only shown, or lowers its total',
    why: 'whether price is before or after the discount is not documented',
  },
  /** Is total_price of a line net or gross? Default gross: it stands next to net_total. */
  lineTotalPrice: {
    default: 'gross',
    values: ['gross', 'net'],
    what: 'total_price of a line (and its monthly, annual and first-year forms) includes tax or not',
    why: 'computed fields are named but not explained',
  },
  /** Which currency a quote gets that sends none. Default tenant: the server does not help. */
  quoteCurrency: {
    default: 'tenant',
    values: ['tenant', 'client'],
    what: 'currency of a quote that sends none: that of the tenant, or of the client',
    why: 'both have one, which wins is not documented',
  },
  /** Are pipeline stages in use? Default off: a tenant setting (show_pipeline_stages). */
  pipelineStages: {
    default: 'off',
    values: ['off', 'on', 'mandatory'],
    what: 'stages 1 to 4 of the pipeline are checked and named, and must be sent with a new opportunity; also shown by GET /Control',
    why: 'a setting of the tenant; no endpoint that lists stages is public',
  },
  /** Is a sales order made of an approved quote? Default false: a tenant setting (create_so_on_quote_approved). */
  salesOrderOnApproval: {
    default: false,
    values: 'flag',
    what: 'an approved quote gets a salesorder_id; also shown by GET /Control',
    why: 'a setting of the tenant; the order itself is not served',
  },
  /** Does a quote that is given the accepted status by an update move its ticket? Default false: nobody helps the client. */
  quoteStatusMovesTicket: {
    default: false,
    values: 'flag',
    what: 'an update that gives a quote the sent, accepted or rejected status moves its ticket as the settings say, not only an approval',
    why: 'the settings are known by name, what triggers them is not',
  },
  /** In which form a site shows its address. Default both: the OpenAPI file has an object and flat lines. */
  siteAddressForm: {
    default: 'both',
    values: ['both', 'flat'],
    what: 'a site read with details shows its addresses as objects and in flat lines (line 5 is the postcode), or in flat lines only',
    why: 'the OpenAPI file has both, no capture shows which are filled',
  },
  /** Which columns a row of GET /Attachment holds. Default listed: schema Attachment_List, which has faultid, not ticket_id. */
  attachmentListRows: {
    default: 'listed',
    values: ['listed', 'full'],
    what: 'rows of GET /Attachment hold the columns of the schema Attachment_List, or the whole record',
    why: 'the OpenAPI file names the schema, answers are known to hold more than their schemas',
  },
  /** Scopes that reading the set-up of a tenant needs. Default none: no public scope names it. */
  setupReadScopes: {
    default: [] as readonly string[],
    values: 'names',
    what: 'scopes for reading set-up (ticket types, statuses, taxes, currencies, lookups, fields, agents, settings)',
    why: 'the list of scopes names none for it',
  },
  /** How many of the scopes whose names suggest an endpoint it needs. Default any. */
  scopeRule: {
    default: 'any',
    values: ['any', 'all'],
    what: 'of several scopes that may open an endpoint any one is enough, or all are needed',
    why: 'which scope opens what is not documented beyond its name',
  },
  /** What happens when more scopes are asked for than the application holds. Default refuse. */
  scopeBeyondApplication: {
    default: 'refuse',
    values: ['refuse', 'reduce'],
    what: 'a token asked for with more scopes than the application holds is refused with invalid_scope, or gets fewer, named in the answer',
    why: 'OAuth allows both',
  },
  /** How an empty date looks. Default absent (null). */
  emptyDates: {
    default: 'absent',
    values: ['absent', 'sentinel'],
    what: 'an empty date of a ticket is null, or 1899-12-30T00:00:00',
    why: 'Halo reports test for both',
  },
  /** Status of a successful POST. Default 201: the 2026 specification; older tenants may answer 200. */
  createdStatus: {
    default: 201,
    values: 'count',
    what: 'status code of a successful POST',
    why: 'the 2025 specification lists 200, the 2026 one 201',
  },
  /** Life of an access token in seconds. Default 3600: the usual figure. */
  tokenSeconds: {
    default: 3600,
    values: 'count',
    what: 'life of an access token, in seconds',
    why: 'configurable on a tenant; clients must obey expires_in',
  },
} as const satisfies Record<string, SwitchDescription>;

export interface SwitchDescription {
  readonly default: boolean | number | string | readonly string[];
  /** The kind of value, or all values allowed. */
  readonly values: 'flag' | 'count' | 'names' | readonly string[];
  readonly what: string;
  readonly why: string;
}

export type SwitchName = keyof typeof switchTable;

/** The value type of one switch. */
export type SwitchValue<Name extends SwitchName> = (typeof switchTable)[Name] extends {
  values: readonly (infer Value)[];
}
  ? Value
  : { flag: boolean; count: number; names: readonly string[] }[Extract<
      (typeof switchTable)[Name]['values'],
      'flag' | 'count' | 'names'
    >];

/** One value for every switch. */
export type Switches = { readonly [Name in SwitchName]: SwitchValue<Name> };
