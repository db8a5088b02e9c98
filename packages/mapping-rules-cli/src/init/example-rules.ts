import { schemaFile } from '../rules/schema-text.js';

/** Rules to begin with: each section once, explained, with cases that hold. */
export const exampleRules = (lines: string): string => `# yaml-language-server: $schema=./${schemaFile}
#
# Rules that say what becomes of the lines of quotes. Change them, then look at what they do:
#   mapping-rules check rules.yaml                                everything that is wrong, with its line
#   mapping-rules test rules.yaml                                 the cases at the end of this file
#   mapping-rules run rules.yaml --in ${lines} --out out.csv     all lines of a table
#   mapping-rules explain rules.yaml --in ${lines} --row 1       why a line becomes what it becomes
version: 1
name: Our mapping rules

# The item number of a line: this field; when it is empty, what the macro makes; else the number of the line type.
partNumber:
  field: InternalPartNumber
  generation:
    mode: byItemType
    byItemType:
      rows:
        # &DI_… is a field of the line, &DH_… of the document. With braces come filters, and ?? for “or else”.
        - when: Labor
          value: LAB-&{DI_Description|slug|upper|left:20}
        - when: Software
          value: SW-&{DI_ManufacturerPartNumber ?? DI_VendorPartNumber}
      # The macro of every other ItemType. Text between macros, like this colon, stays as it is.
      default: '&DI_ItemType:&DI_ManufacturerPartNumber'
  # Longer numbers are cut and end in characters that keep them apart.
  length: { maximum: 40, tooLong: hash }
  fallbackByLineType:
    groupHeader: BUNDLE

# ItemType → product group. The first row whose conditions all hold decides.
productGroups:
  rows:
    - when: { ItemType: Hardware, Manufacturer: { prefix: HP } }
      value: HP hardware
      comment: HP, HPE and HP Inc. alike
    - when: Hardware
      value: Hardware
    - when: { ItemType: { pattern: (on-?site|remote) labor } }
      value: Services
    - when: Labor
      value: Services
  default: Other

# User of the quoting tool → user of the PSA. Upper and lower case do not count.
users:
  rows:
    ed: Ed Miller
    sue: Sue Young

# Tax code of a line → tax.
taxes:
  rows:
    Y: Standard rate
    N: Exempt

# Texts with macros.
descriptions:
  lineName: '&{DI_Description|left:100}'

# A table of one’s own gives a column of its name, and can be used in macros as TABLE_Warranty.
tables:
  Warranty:
    key: Manufacturer
    rows:
      - when: { Manufacturer: { prefix: HP } }
        value: 3 years
    default: 1 year

# Cases: what the rules must make of these lines. \`mapping-rules test\` and \`check\` try them.
tests:
  - name: labour gets a number out of its description
    given: { ItemType: Labor, Description: On-site installation, DH_SalesRep: ed }
    expect: { PartNumber: LAB-ON-SITE-INSTALLATION, ProductGroup: Services, User: Ed Miller }
  - name: a number that is there stays
    given: { ItemType: Hardware, Manufacturer: HPE, InternalPartNumber: '1001' }
    expect: { PartNumber: '1001', ProductGroup: HP hardware, Warranty: 3 years }
  - name: everything else is called by type and number
    given: { ItemType: Cable, ManufacturerPartNumber: C-5, TaxCode: N }
    expect: { PartNumber: 'Cable:C-5', ProductGroup: Other, Tax: Exempt, Warranty: 1 year }
`;

/** Lines to try them with. */
export const exampleLines: readonly (readonly string[])[] = [
  [
    'LineType',
    'ItemType',
    'Manufacturer',
    'ManufacturerPartNumber',
    'InternalPartNumber',
    'Description',
    'TaxCode',
    'DH_SalesRep',
  ],
  ['product', 'Hardware', 'HPE', 'P05172-B21', '1001', 'ProLiant server', 'Y', 'ed'],
  ['product', 'Hardware', 'Dell', '210-AKWU', '', 'PowerEdge server', 'Y', 'ed'],
  ['product', 'Software', 'Microsoft', 'CFQ7TTC0LH16', '', 'Microsoft 365 Business', 'Y', 'sue'],
  ['product', 'Labor', '', '', '', 'On-site installation', 'N', 'sue'],
  ['product', 'Cable', 'Lindy', 'C-5', '', 'Patch cable, 5 m', 'Y', 'sue'],
  ['groupHeader', '', '', '', '', 'Office bundle', '', 'ed'],
];
