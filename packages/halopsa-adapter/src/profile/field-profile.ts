/**
 * The names and codes of HaloPSA that its public API description leaves out, leaves open or contradicts. The rest of
 * the adapter refers to them through this file only, so a wrong belief is corrected in one place.
 *
 * How sure we are, from best to worst:
 * - *stated*: in the API description that a tenant serves at `/api/swagger/v2/swagger.json` (usehalo.com/swagger);
 * - *seen*: in code of public clients that run against real tenants, in Halo's sample payloads or its report SQL;
 * - *inferred*: follows from names or from how other parts behave; nobody has confirmed it.
 */
export const fieldProfile = {
  opportunity: {
    /** Key of our marker. Stated; that it can be written and comes back: inferred. */
    markerKey: 'third_party_id_string',
    /** Link back to the quoting tool; carries the marker as well. Stated; report SQL knows the column. */
    markerLink: 'opportunity_third_party_url',
    /** Deal value. Stated. A tenant with `oppvalue_from_quote` computes it and ignores ours. */
    value: 'oppvalue',
    /**
     * Parts of the deal value by billing period. Stated since 2025; whether they can be written: inferred. There is
     * none for weekly and quarterly amounts: a value with such a part is written as a sum only.
     */
    valueParts: { oneOff: 'oppvalue_oneoff', monthly: 'oppvalue_monthly', yearly: 'oppvalue_annual' },
    /** Expected close date. Stated; that it means expected close: inferred from the column name. */
    expectedCloseDate: 'targetdate',
    /** Date of winning; Halo's own reports count won deals by it. Stated, and seen in report SQL. */
    wonDate: 'oppconverteddate',
    /** Reason of closing, an entry of lookup 57. Stated, and seen in report SQL. */
    closureCategory: 'oppclosurecategory',
    /** Date of closing; reports treat empty and years before 1900 as open. Stated, and seen in report SQL. */
    closedDate: 'dateclosed',
    probability: 'oppconversionprobability',
    pipelineStage: 'pipeline_stage_id',
    pipelineStageName: 'pipeline_stage_name',
    /** Makes the client's general user the contact when there is no user. Seen. */
    withoutUser: { userlookup: { id: -1 } },
    /** Switches of a write. Stated and seen. */
    skipMandatoryChecks: '_novalidate',
    skipTemplate: 'donotapplytemplateintheapi',
  },

  quote: {
    /** Number in the quoting tool: key of our marker. Stated; its 100 characters: seen in the database. */
    markerKey: 'third_party_number',
    /** Link back to the quoting tool; carries the marker as well. Stated. */
    markerLink: 'third_party_url',
    description: 'note',
    /** Owner. Stated (`agent_id` is the agent who created the quote). */
    owner: 'assigned_agent',
    /** The customer's order number. Stated; `ponumber` is set at approval only: inferred from its column name. */
    purchaseOrder: 'po_ref',
    /** Snapshots of the addresses, as objects with line1 to line4 and postcode. Stated; that they can be written: inferred. */
    billingAddress: 'address',
    deliveryAddress: 'delivery_address',
    /** The same as five flat fields. Stated; that the fifth is the postal code: inferred from the site's fields. */
    flatBillingAddress: ['address1', 'address2', 'address3', 'address4', 'address5'],
    flatDeliveryAddress: ['deladdress1', 'deladdress2', 'deladdress3', 'deladdress4', 'deladdress5'],
    taxTotal: 'tax_total',
    /**
     * Sum of the lines before tax and with it. Stated as computed; that one period of every line counts, and an option only
     * when it is taken: inferred from Halo's report SQL, which adds up quantity times price.
     */
    netTotal: 'revenue',
    total: 'total',
    /** Id of a currency. Stated. */
    currency: 'currency_code',
    skipMandatoryChecks: '_novalidate',
    /** Makes a save drop lines of quantity zero. Stated since 2025; what it does: inferred from its name. */
    removeZeroQuantityLines: '_remove_zero_quantity_lines',
  },

  line: {
    /** Missing in the API description; in Halo's sample payload and in the database. Seen. */
    quantity: 'quantity',
    /** Unit price of one billing period. Missing in the API description; in Halo's sample payload and the database. Seen. */
    price: 'price',
    cost: 'costprice',
    /**
     * List price and discount, written along so that no discount of the item or client changes the price. Stated; whether
     * the discount lowers what is charged or is only shown: not documented, so it is a setting (`lineDiscount`).
     */
    listPrice: 'baseprice',
    discountPercent: 'discount_perc',
    itemNumber: 'productcode',
    /**
     * Our key of the line, behind `keyPrefix`: made for the key of another quoting tool's line. Stated; its 100 characters:
     * seen in the database; that others can use it: inferred.
     */
    key: 'quoter_id',
    /** Tells our keys from those of the quoting tool that the field was made for. */
    keyPrefix: 'qb:',
    /** Key of a line that we emptied because HaloPSA would not remove it; such a line counts as gone. */
    removedKey: 'qb-removed',
    /** Marks the heading of a group. Stated. */
    isHeading: 'isgroupdesc',
    /** Shared by a heading and its members, 0 outside groups, chosen by the writer. Stated; numbering: inferred. */
    group: 'group_id',
    position: 'sort_seq',
    optional: 'optional',
    billingPeriod: 'billingperiod',
    /** Tax of this line; wins over the item's. Stated, database column "tax code override". */
    tax: 'override_tax_code',
    /** The item's tax, in force where the line has none of its own. Stated. */
    itemTax: 'item_tax_code',
    /** False for a line that is not taxed. Stated; that it can be written per line: inferred. */
    taxable: 'item_taxable',
    /** Quantity times price after discount, before tax. Stated as read-only; the meaning: inferred from its name. */
    amount: 'total_net_total',
    /** Tax on that amount. Stated as read-only; the meaning: inferred from its name. */
    taxAmount: 'total_tax',
    /** Whether the customer has taken an optional line. Stated; the value: inferred from the approval of quotes. */
    acceptance: 'approval_status',
    accepted: 2,
    /** Computed by HaloPSA or echoed from the item: never written back. Stated and inferred. */
    readOnly: [
      'qhid',
      'net_total',
      'total_price',
      'profit',
      'profit_percentage',
      'margin',
      'recovery',
      'servicefee',
      'tax',
      'tax_rate',
      'tax_name',
      'taxRuleResult',
      'conversion_rate',
      'supplier_name',
      'site_name',
      'item_recurring',
      'item_tax_name',
      'item_sku',
      'item_internal_reference',
      'item_external_reference',
      'item_default_supplier_part_code',
      'decimalplacesforinvoices',
      'maxitemdiscount',
      'addedtorecurring',
      'addedtononrecurring',
      'current_quantity',
      'current_price',
      'current_net_price',
    ],
    /** The same for whole families of fields, by the start or the end of their names. */
    readOnlyStart: ['_', 'total_'],
    readOnlyEnd: ['_converted'],
  },

  /**
   * Codes of the field `billingperiod`. Seen: two of Halo's reports agree. 5 to 9 (six-monthly to four-yearly) have
   * no counterpart here and are left unread.
   */
  billingPeriodCodes: { oneOff: 0, weekly: 1, monthly: 2, yearly: 3, quarterly: 4 },

  item: {
    /**
     * Fields that can hold an item number; which of them count, and in which order, is a setting (same list there).
     * All stated, `default_supplier_part_code` since 2026. QuoteWerks' own integration calls the name the item number.
     */
    numberFields: [
      'name',
      'supplier_part_code',
      'default_supplier_part_code',
      'internalreference',
      'externalreference',
      'qbosku',
    ],
    /** Sales description. Stated. */
    description: 'description',
    /** The field that Halo's report labels SKU. Seen. */
    sku: 'supplier_part_code',
    price: 'baseprice',
    cost: 'costprice',
    recurring: 'isrecurringitem',
    recurringPrice: 'recurringprice',
    recurringCost: 'recurringcost',
    billingPeriod: 'item_default_billing_period',
    /** For a recurring item that states no period. Inferred. */
    periodWhenUnstated: 'monthly',
    group: 'assetgroup_id',
    groupName: 'assetgroup_name',
    tax: 'taxcode',
    /** Stated since 2025; that a name alone is accepted: inferred. */
    manufacturer: 'manufacturer_name',
    stock: 'quantity_in_stock',
    supplier: 'supplier_name',
    /** The default supplier's own part number. Stated since 2026. */
    supplierNumber: 'default_supplier_part_code',
    /**
     * What makes an item a “cost item” is not public. Inferred from the names: it has no stock and is not consigned; its
     * kind (`type`) is a number that only the tenant knows, so it is a setting.
     */
    costItem: { dont_track_stock: true, doesnotneedconsigning: true },
    costItemType: 'type',
    /** Value of `status` of an inactive item; only looked at when inactive items were asked for. Inferred. */
    inactiveStatus: 1,
    /** Most items in one request: what a much-used client sends. Seen. */
    largestBatch: 100,
  },

  attachment: {
    /** Content as base64. Both are stated; clients have used either with success. The second is tried when the first is refused. */
    content: 'data_base64',
    contentFallback: 'data',
    /** Key of our marker. Stated; that it can be written: inferred. */
    markerKey: 'third_party_id',
    /** Description; carries the marker as a link as well. Stated; its 255 characters: seen in the database. */
    markerLink: 'desc',
    visibleToUsers: 'showforusers',
  },

  client: {
    /** Id of a currency. Stated. */
    currency: 'default_currency_code',
  },

  site: {
    /** As an object with line1 to line4 and postcode, and as flat fields that can only be read. Stated. */
    deliveryAddress: 'delivery_address',
    /** That the fifth is the postal code: inferred. */
    flatDeliveryAddress: [
      'delivery_address_line1',
      'delivery_address_line2',
      'delivery_address_line3',
      'delivery_address_line4',
      'delivery_address_line5',
    ],
    /** The lines have no place of their own for it. Stated. */
    countryName: 'country_code_name',
  },

  user: {
    /** Job title; there is no other field for it. Stated; that it is no salutation: inferred. */
    title: 'title',
    /** The placeholder user of every site. Seen; filtered by the server too. */
    generalUserName: 'general user',
  },

  customField: {
    /** Custom fields of a record, each with `name` and `value`. Stated. */
    list: 'customfields',
    /**
     * Value of the parameter `typeid` of `GET /FieldInfo` that lists the custom fields of one kind of record. Seen in public
     * clients. Those of users, quotes and lines are not known: such a record itself shows which fields it has.
     */
    typeIds: { clients: 2, opportunities: 1 },
    /** Says which kind a field belongs to, in the numbers of `typeid`. Stated, and seen. */
    usage: 'usage',
    /**
     * Codes of the field `type`: text, memo, single selection, date, checkbox. The kinds are those of
     * https://halopsa.com/guides/article?kbid=1938, the codes seen in public clients. A selection holds the id of its option.
     */
    types: { 0: 'text', 1: 'text', 2: 'choice', 4: 'date', 6: 'boolean' },
    /** Multiple selection and time: shown, but how they are written is not documented. */
    shownTypes: [3, 5],
    /** Values of `inputtype` of a text that must be a number: whole number, amount of money, decimal. Seen. */
    numberInputTypes: [1, 2, 4],
    /** Options of a selection field. Stated. */
    options: 'values',
    /** Longest text; zero is no limit. Stated; the unit, characters: inferred. */
    maximumLength: 'characterlimit',
  },

  ticketType: {
    /** Its fields, each with a `fieldinfo`; in the type read by its id. Stated. */
    fields: 'fields',
    /** What the agent sees of a field on a new ticket, and the value that makes it mandatory. Stated; the value: inferred. */
    onNewTicket: 'technew',
    mandatory: 2,
    /** Name of the ticket's property that a built-in field stands for. Stated. */
    builtInName: 'faults_field_name',
    /** True when any field is mandatory for agents. Stated; the meaning: inferred from its name. */
    hasMandatory: 'hasmandatorytechfields',
  },

  /** What shows that an opportunity is in use. */
  ticketUse: {
    /** Agent who wrote an action; `excludesys` leaves out those that HaloPSA writes by itself. Stated; the meaning: inferred. */
    actionAgent: 'who_agentid',
    /** Stated; that an action must have one: seen; that HaloPSA's own log has none: inferred. */
    actionOutcome: 'outcome_id',
    /** What a ticket counts of itself. Stated. */
    counters: {
      salesorder_count: 'sales order',
      purchaseorder_count: 'purchase order',
      appointment_count: 'appointment',
      task_count: 'task',
      child_count: 'child ticket',
      items_issued_count: 'issued item',
    },
  },

  control: {
    /** Switches of `GET /Control`. Stated; the meaning: inferred from their names. */
    pipelineStages: 'show_pipeline_stages',
    valueFromQuotes: 'oppvalue_from_quote',
    orderOnApproval: 'create_so_on_quote_approved',
    itemsFromLines: 'createnewitemsfromquotes',
    priceDecimals: 'quotepricedp',
    freeLineItem: 'miscitemidquote',
  },

  productGroup: {
    /** True for an asset group that holds items. Stated. */
    holdsItems: 'showasitem',
  },

  lookupIds: {
    /** Seen in a client and in Halo's report SQL. */
    quoteStatuses: 39,
    /** Seen in Halo's report SQL. */
    closureCategories: 57,
  },

  dates: {
    /**
     * Calendar dates are written as noon UTC, so that HaloPSA shows the same day to agents from UTC-11 to UTC+11.
     * Inferred: the API takes instants, the time zone of the screens is the agent's.
     */
    timeOfDay: 'T12:00:00Z',
    /** Years before this one stand for an empty date. Seen in report SQL. */
    firstYear: 1900,
  },

  /** True for a ticket that was deleted and is shown by its id all the same. Stated; that it is shown: inferred. */
  deleted: 'deleted',

  paging: {
    /** The server never gives more rows in one page. Stated for tickets, seen for others. */
    pageSize: 100,
  },

  /** Where people see a record. Clients, users and tickets: seen. Opportunities, quotes and items: inferred. */
  pages: {
    client: '/customers?clientid=',
    user: '/customers?mainview=user&userid=',
    opportunity: '/opportunities?id=',
    quote: '/quotations?id=',
    item: '/items?id=',
  },

  /**
   * Permissions that an entity may need, all of them to be safe. The list of names: seen. What needs which: inferred.
   */
  scopes: {
    customers: { read: 'read:customers read:crm', write: 'edit:customers edit:crm' },
    opportunities: {
      read: 'read:crm read:sales read:tickets',
      write: 'edit:crm edit:sales edit:tickets',
    },
    quotes: { read: 'read:quotes', write: 'edit:quotes' },
    items: { read: 'read:items', write: 'edit:items' },
    attachments: { read: 'read:tickets', write: 'edit:tickets' },
    configuration: { read: 'all:standard', write: 'admin' },
  },
} as const;
