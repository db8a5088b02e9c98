import type { MacroWorkload } from './macro-workload.js';

/** Of a tidy line. */
type Line = Record<
  | 'ItemType'
  | 'Manufacturer'
  | 'ManufacturerPartNumber'
  | 'VendorPartNumber'
  | 'InternalPartNumber'
  | 'Description'
  | 'UnitOfMeasure'
  | 'CustomText01',
  string
>;
const line = (field: string) => ({ area: 'line', field }) as const;
const header = (field: string) => ({ area: 'header', field }) as const;
const clean = (value: string | undefined): string => (value ?? '').trim();

const partNumber: MacroWorkload = {
  id: 'part-number',
  title: 'a part number of two fields',
  macro: '&DI_ItemType:&DI_ManufacturerPartNumber',
  purpose: 'number',
  pieces: [line('ItemType'), ':', line('ManufacturerPartNumber')],
  byHand: (scope) => {
    const { ItemType, ManufacturerPartNumber } = scope.line as Line;
    return `${ItemType}:${ManufacturerPartNumber}`;
  },
  byHandWithCare: ({ line }) => `${clean(line['ItemType'])}:${clean(line['ManufacturerPartNumber'])}`.trim(),
};

const documentNumber: MacroWorkload = {
  id: 'document-number',
  title: 'six fields of line, header and application',
  macro:
    'Q-&DH_DocNo/&DI_ItemType/&DI_Manufacturer/&DI_ManufacturerPartNumber/&DI_VendorPartNumber (&APP_LoggedInUserName)',
  purpose: 'number',
  pieces: [
    'Q-',
    header('DocNo'),
    '/',
    line('ItemType'),
    '/',
    line('Manufacturer'),
    '/',
    line('ManufacturerPartNumber'),
    '/',
    line('VendorPartNumber'),
    ' (',
    { area: 'application', field: 'LoggedInUserName' },
    ')',
  ],
  byHand: ({ line, header, application }) => {
    const of = line as Line;
    return `Q-${header['DocNo'] as string}/${of.ItemType}/${of.Manufacturer}/${of.ManufacturerPartNumber}/${of.VendorPartNumber} (${application['LoggedInUserName'] as string})`;
  },
  byHandWithCare: ({ line, header, application }) =>
    `Q-${clean(header['DocNo'])}/${clean(line['ItemType'])}/${clean(line['Manufacturer'])}/${clean(line['ManufacturerPartNumber'])}/${clean(line['VendorPartNumber'])} (${clean(application['LoggedInUserName'])})`.trim(),
};

const description: MacroWorkload = {
  id: 'description',
  title: 'a description of eight fields',
  macro:
    'Line of &DH_DocNo (&DH_DocName) for &DH_SoldToCompany: &DI_Description, made by &DI_Manufacturer as &DI_ManufacturerPartNumber, &DI_CustomText01 &DI_UnitOfMeasure.',
  purpose: 'text',
  pieces: [
    'Line of ',
    header('DocNo'),
    ' (',
    header('DocName'),
    ') for ',
    header('SoldToCompany'),
    ': ',
    line('Description'),
    ', made by ',
    line('Manufacturer'),
    ' as ',
    line('ManufacturerPartNumber'),
    ', ',
    line('CustomText01'),
    ' ',
    line('UnitOfMeasure'),
    '.',
  ],
  byHand: (scope) => {
    const of = scope.line as Line;
    const { DocNo, DocName, SoldToCompany } = scope.header as Record<string, string>;
    return `Line of ${DocNo} (${DocName}) for ${SoldToCompany}: ${of.Description}, made by ${of.Manufacturer} as ${of.ManufacturerPartNumber}, ${of.CustomText01} ${of.UnitOfMeasure}.`;
  },
  byHandWithCare: ({ line, header }) =>
    `Line of ${clean(header['DocNo'])} (${clean(header['DocName'])}) for ${clean(header['SoldToCompany'])}: ${clean(line['Description'])}, made by ${clean(line['Manufacturer'])} as ${clean(line['ManufacturerPartNumber'])}, ${clean(line['CustomText01'])} ${clean(line['UnitOfMeasure'])}.`.trim(),
};

const alternatives: MacroWorkload = {
  id: 'alternatives',
  title: 'alternatives and filters over untidy values',
  macro: "&{DI_InternalPartNumber ?? DI_VendorPartNumber ?? 'NA'}:&{DI_ManufacturerPartNumber|upper|left:10}",
  purpose: 'number',
  untidy: true,
  templates: {
    eta: "<%= it.line.InternalPartNumber?.trim() || it.line.VendorPartNumber?.trim() || 'NA' %>:<%= it.line.ManufacturerPartNumber.trim().toUpperCase().slice(0, 10) %>",
    handlebars:
      "{{first line.InternalPartNumber line.VendorPartNumber 'NA'}}:{{left (upper line.ManufacturerPartNumber) 10}}",
    liquidjs:
      "{{ line.InternalPartNumber | strip | default: line.VendorPartNumber | strip | default: 'NA' }}:{{ line.ManufacturerPartNumber | strip | upcase | slice: 0, 10 }}",
  },
  byHand: (scope) => {
    const of = scope.line as Partial<Line> & Pick<Line, 'ManufacturerPartNumber'>;
    return `${of.InternalPartNumber?.trim() || of.VendorPartNumber?.trim() || 'NA'}:${of.ManufacturerPartNumber.trim().toUpperCase().slice(0, 10)}`;
  },
  byHandWithCare: ({ line }) =>
    `${clean(line['InternalPartNumber']) || clean(line['VendorPartNumber']) || 'NA'}:${clean(line['ManufacturerPartNumber']).toUpperCase().slice(0, 10)}`.trim(),
};

/** From the part number that most businesses use to a text with eight fields, and one with alternatives and filters. */
export const macroWorkloads: readonly MacroWorkload[] = [
  partNumber,
  documentNumber,
  description,
  alternatives,
];
