/** What editors show of a place in a rule set. */
export interface SchemaText {
  readonly title: string;
  readonly description: string;
  readonly examples?: readonly unknown[];
}

const byItemTypeRows = [
  { when: 'Labor', value: '&DI_ItemType-&DI_InternalPartNumber' },
  { when: { ItemType: 'Hardware', Manufacturer: { prefix: 'HP' } }, value: 'HP-&DI_VendorPartNumber' },
];

/**
 * The words of the schema, by the place that they are about: names of properties, `*` for the entries of a list or of an
 * object with free keys, numbers for alternatives, `#name` for a definition.
 */
export const schemaTexts: Readonly<Record<string, SchemaText>> = {
  '': {
    title: 'Mapping rules',
    description:
      'Rules that turn the lines of quotes into item numbers, product groups, agents, taxes and texts.',
    examples: [
      {
        version: 1,
        partNumber: {
          field: 'InternalPartNumber',
          generation: { mode: 'macro', macro: '&DI_ItemType:&DI_ManufacturerPartNumber' },
        },
        productGroups: { rows: { Hardware: '12', Labor: '7' }, default: '1' },
      },
    ],
  },
  $schema: { title: 'Schema', description: 'Address of this schema, for editors.' },
  version: { title: 'Version', description: 'Version of this form of rules: 1.' },
  name: { title: 'Name', description: 'What people call these rules.' },
  comment: { title: 'Comment', description: 'For people; it changes nothing.' },
  fields: {
    title: 'Own columns',
    description: 'Columns that your documents have beside those that every document of QuoteWerks has.',
    examples: [{ line: ['Warehouse'], header: ['Campaign'] }],
  },
  'fields.line': { title: 'Of lines', description: 'Columns of the lines.' },
  'fields.line.*': { title: 'Column', description: 'Name of a column.' },
  'fields.header': { title: 'Of the header', description: 'Columns of the header.' },
  'fields.header.*': { title: 'Column', description: 'Name of a column.' },
  'fields.application': {
    title: 'Of the application',
    description: 'Values of the application.',
  },
  'fields.application.*': { title: 'Value', description: 'Name of a value.' },
  partNumber: {
    title: 'Item numbers',
    description: 'Where the item number of a line comes from: the field; if it is empty, the macro; else the fixed number of the line type.', // prettier-ignore
  },
  'partNumber.field': {
    title: 'Field',
    description: 'Field of the line that holds the item number.',
    examples: ['InternalPartNumber', 'ManufacturerPartNumber', 'VendorPartNumber', 'CustomText01'],
  },
  'partNumber.generation': {
    title: 'Generation',
    description: 'How a number is made when the field is empty. Numbers of the manufacturer are never made up: with the field ManufacturerPartNumber nothing is generated.', // prettier-ignore
    examples: [{ mode: 'macro', macro: '&DI_ItemType:&DI_ManufacturerPartNumber' }],
  },
  'partNumber.generation.mode': {
    title: 'Mode',
    description: 'none: no number is made; macro: one macro makes all numbers; byItemType: a table chooses the macro by the ItemType, or by other fields.', // prettier-ignore
  },
  'partNumber.generation.macro': {
    title: 'Macro',
    description: 'For the mode macro. Text with the values of fields: &DI_Field of the line, &DH_Field of the header, &APP_Name of the application, &{…} with filters and fallbacks.', // prettier-ignore
    examples: [
      '&DI_ItemType:&DI_ManufacturerPartNumber',
      "&{DI_InternalPartNumber ?? DI_VendorPartNumber ?? 'NA'}",
      '&{DI_ManufacturerPartNumber|upper|left:10}',
    ],
  },
  'partNumber.generation.byItemType': {
    title: 'Macros by ItemType',
    description:
      'For the mode byItemType. ItemType → macro. The default is the macro of all other ItemTypes.',
    examples: [
      { rows: { Labor: '&DI_ItemType-&DI_InternalPartNumber' }, default: '&DI_ManufacturerPartNumber' },
      { rows: byItemTypeRows },
    ],
  },
  'partNumber.fallbackByLineType': {
    title: 'Fixed numbers',
    description: 'Item number by line type, for lines that would stay without one.',
    examples: [{ freight: 'FREIGHT', percentDiscount: 'DISCOUNT' }],
  },
  'partNumber.fallbackByLineType.product': {
    title: 'Products',
    description: 'Number of products without one.',
  },
  'partNumber.fallbackByLineType.groupHeader': { title: 'Group headers', description: 'Number of bundles without one.' }, // prettier-ignore
  'partNumber.fallbackByLineType.percentDiscount': {
    title: 'Discounts',
    description: 'Number of discount lines.',
  },
  'partNumber.fallbackByLineType.percentCharge': { title: 'Charges', description: 'Number of charge lines.' },
  'partNumber.fallbackByLineType.freight': { title: 'Freight', description: 'Number of the freight line.' },
  'partNumber.length': {
    title: 'Length',
    description: 'How long a number that a macro made may be, in characters; that of a summary, too.',
    examples: [{ maximum: 31, tooLong: 'hash' }],
  },
  'partNumber.length.maximum': { title: 'Maximum', description: 'Characters; with hash at least 10.' },
  'partNumber.length.tooLong': {
    title: 'When it is longer',
    description: 'error (when left out): no number, and a problem says so; cut: the first characters; hash: the first characters, - and 8 characters that depend on the whole number.', // prettier-ignore
  },
  summary: { title: 'Summary', description: 'The line that stands for all lines of a document.' },
  'summary.partNumber': {
    title: 'Item number',
    description: 'Macro over the header.',
    examples: ['&DH_DocNo', 'QUOTE-&DH_DocNo'],
  },
  productGroups: {
    title: 'Product groups',
    description: 'ItemType → product group. Column ProductGroup.',
    examples: [{ rows: { Hardware: '12', Labor: '7' }, default: '1' }],
  },
  users: {
    title: 'Users',
    description:
      'User of the quoting tool → agent. A plain when compares the sales representative (DH_SalesRep). Column User.',
    examples: [{ rows: { jsmith: 'Jane Smith' } }],
  },
  taxes: {
    title: 'Taxes',
    description: 'Tax code → tax. Column Tax.',
    examples: [{ rows: { Y: 'VAT 20%', N: 'No tax' } }],
  },
  siteAddress: {
    title: 'Address lines',
    description: 'Line of the PSA’s address → names of address fields of the document, separated by commas.',
    examples: [{ line1: 'Address1', line2: 'Address2, Address3', line3: 'City', line4: 'State', line5: 'Country', postalCode: 'PostalCode' }], // prettier-ignore
  },
  'siteAddress.line1': { title: 'Line 1', description: 'Names of address fields.', examples: ['Address1'] },
  'siteAddress.line2': { title: 'Line 2', description: 'Names of address fields.', examples: ['Address2, Address3'] }, // prettier-ignore
  'siteAddress.line3': { title: 'Line 3', description: 'Names of address fields.', examples: ['City'] },
  'siteAddress.line4': { title: 'Line 4', description: 'Names of address fields.', examples: ['State'] },
  'siteAddress.line5': { title: 'Line 5', description: 'Names of address fields.', examples: ['Country'] },
  'siteAddress.postalCode': { title: 'Postal code', description: 'Names of address fields.', examples: ['PostalCode'] }, // prettier-ignore
  dataLink: {
    title: 'DataLink',
    description: 'Fields that are copied between documents and records of the PSA, in this order.',
    examples: [[{ on: 'save', object: 'opportunities', from: 'CustomText01', to: 'CFReference' }]],
  },
  descriptions: { title: 'Texts', description: 'Texts with macros.' },
  'descriptions.itemName': {
    title: 'Name of items',
    description: 'Name of products that are created. Column ItemName.',
    examples: ['&DI_Manufacturer &DI_ManufacturerPartNumber'],
  },
  'descriptions.itemDescription': {
    title: 'Description of items',
    description: 'Description of products that are created. Column ItemDescription.',
    examples: ['&DI_Description'],
  },
  'descriptions.lineName': {
    title: 'Name of lines',
    description: 'Name of the quote’s lines. Column LineName.',
    examples: ["&{DI_CustomText01 ?? DI_Description}"], // prettier-ignore
  },
  tables: {
    title: 'Own tables',
    description: 'Tables by name: each is a column of the result, can be the fallback of others, and can be asked in macros (&{TABLE_name}).', // prettier-ignore
    examples: [{ warranty: { key: 'Manufacturer', rows: { HP: '3 years' }, default: '1 year' } }],
  },
  'tables.*': { title: 'Table', description: 'Its name is that of the column.' },
  tests: {
    title: 'Tests',
    description: 'Cases: what the rules must make of these lines.',
    examples: [[{ name: 'Labor', given: { ItemType: 'Labor' }, expect: { ProductGroup: '7' } }]],
  },
  'tests.*': { title: 'Case', description: 'A line, and what the rules must make of it.' },
  'tests.*.name': { title: 'Name', description: 'What the case shows.' },
  'tests.*.given': {
    title: 'Given',
    description: 'Columns of the line (ItemType), the header (DH_DocNo), the application (APP_LoggedInUserName), and LineType.', // prettier-ignore
    examples: [{ ItemType: 'Labor', DH_SalesRep: 'jsmith' }],
  },
  'tests.*.given.*': { title: 'Value', description: 'Value of the column, as a text.' },
  'tests.*.expect': {
    title: 'Expected',
    description: 'Columns of the result, one at least. An empty text means: no value.',
    examples: [{ PartNumber: 'Labor-1', ProductGroup: '7' }],
  },
  'tests.*.comment': { title: 'Comment', description: 'For people; it changes nothing.' },
  'tests.*.expect.*': { title: 'Value', description: 'Expected value of the column, as a text.' },
  '#table': {
    title: 'Table',
    description:
      'The first row whose conditions all hold decides; without one the fallback table, then the default.',
  },
  '#table.key': {
    title: 'Key',
    description: 'Field that a plain when compares.',
    examples: ['ItemType', 'Manufacturer', 'DH_SalesRep', 'APP_LoggedInUserName'],
  },
  '#table.match': {
    title: 'Match',
    description: 'How plain texts compare: anyCase (when left out), exact, prefix, pattern (a regular expression for the whole value).', // prettier-ignore
  },
  '#table.rows': { title: 'Rows', description: 'Rows in the order in which they are tried, or key → value.' },
  '#table.rows.0': {
    title: 'Rows in order',
    description: 'Tried in this order; the first that fits decides.',
  },
  '#table.rows.1': { title: 'Key → value', description: 'For match modes exact and anyCase.' },
  '#table.rows.1.*': { title: 'Value', description: 'What the table says for this key.' },
  '#table.fallback': { title: 'Fallback', description: 'Name of a table of tables that is asked when no row fits.' }, // prettier-ignore
  '#table.default': { title: 'Default', description: 'What the table says when nothing else does.' },
  '#table.comment': { title: 'Comment', description: 'For people; it changes nothing.' },
  '#row': { title: 'Row', description: 'When the conditions hold, the value.' },
  '#row.when': {
    title: 'When',
    description:
      'A text for the table’s key, or a condition for each of several fields, all of which must hold.',
    examples: ['Labor', { ItemType: 'Hardware', Manufacturer: { prefix: 'HP' } }],
  },
  '#row.when.0': { title: 'Key', description: 'Compared with the key as the table’s match says.' },
  '#row.when.1': { title: 'Conditions', description: 'Field → condition; all must hold.' },
  '#row.value': { title: 'Value', description: 'What the table says.' },
  '#row.comment': { title: 'Comment', description: 'For people; it changes nothing.' },
  '#condition': {
    title: 'Condition',
    description: 'A text, compared as the table’s match says, or how it compares.',
  },
  '#condition.0': { title: 'Text', description: 'Compared as the table’s match says.' },
  '#condition.1': { title: 'How it compares', description: 'One of these.' },
  '#condition.1.exact': { title: 'Exact', description: 'The same text.' },
  '#condition.1.anyCase': { title: 'Any case', description: 'The same text without regard to case.' },
  '#condition.1.prefix': {
    title: 'Beginning',
    description: 'The value begins with it, without regard to case.',
  },
  '#condition.1.pattern': {
    title: 'Pattern',
    description: 'A regular expression for the whole value, without regard to case.',
    examples: ['HP.*', '[A-Z]{2}\\d{4}'],
  },
  '#condition.1.empty': { title: 'Empty', description: 'true: the field has no value.' },
  '#dataLinkRow': { title: 'Row', description: 'One field is copied to another.' },
  '#dataLinkRow.on': {
    title: 'On',
    description: 'soldTo, shipTo, billTo: when that address is chosen, a record fills the document; address: each of the three; save: the document fills a record.', // prettier-ignore
  },
  '#dataLinkRow.object': { title: 'Record', description: 'Which record of the PSA.' },
  '#dataLinkRow.from': { title: 'From', description: 'Field that is read.', examples: ['CustomText01'] },
  '#dataLinkRow.to': {
    title: 'To',
    description: 'Field that is filled. ***Phone means the phone of the address that is chosen.',
    examples: ['CFReference', '***Phone'],
  },
  '#dataLinkRow.ownership': {
    title: 'Who decides',
    description: 'About a field that is saved, for whoever writes it: ours is always written again, theirs only while nothing stands there, shared unless a person has changed it since.', // prettier-ignore
  },
  '#dataLinkRow.comment': { title: 'Comment', description: 'For people; it changes nothing.' },
};
