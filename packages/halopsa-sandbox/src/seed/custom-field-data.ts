import { dateInput, fieldType, textInput } from '../fields/custom-field-type.js';
import { systemField } from '../fields/custom-field-usage.js';
import type { SeedRow } from './seed.js';

const { text, memo, select, multiSelect, date, time, checkbox, rich } = fieldType;
const integer = { inputtype: textInput.integer };
const money = { inputtype: textInput.money };
const decimal = { inputtype: textInput.decimal };

/** What a ticket of the type for tenders cannot be logged without. */
export const tenderNumberId = 765;

/** Custom fields by the kind of record they belong to, and the system fields that every tenant lists beside them. */
export const customFields: readonly SeedRow[] = [
  field(181, 'client', 'CFAccountTier', 'Account tier', select, chosenFrom('Bronze', 'Silver', 'Gold')),
  field(182, 'client', 'CFIndustry', 'Industry'),
  field(
    183,
    'user',
    'CFPreferredContactMethod',
    'Preferred contact method',
    select,
    chosenFrom('Email', 'Phone'),
  ),
  field(
    184,
    'ticket',
    'CFLeadSource',
    'Lead source',
    select,
    chosenFrom('Referral', 'Website', 'Existing customer'),
  ),
  field(185, 'ticket', 'CFQuoteReference', 'Quote reference'),
  field(186, 'quote', 'CFQuotingToolReference', 'Quoting tool reference'),
  field(187, 'quoteline', 'CFLineReference', 'Line reference'),
  field(188, 'item', 'CFManufacturerPartNumber', 'Manufacturer part number'),
  field(189, 'site', 'CFAccessNotes', 'Access notes'),

  field(751, 'client', 'CFAnnualRevenue', 'Annual revenue', text, money),
  field(752, 'client', 'CFContractEnd', 'Contract end', date),
  field(753, 'client', 'CFOnCreditHold', 'On credit hold', checkbox),
  field(
    754,
    'client',
    'CFServices',
    'Services in use',
    multiSelect,
    chosenFrom('Backup', 'Security', 'Voice', 'Cloud'),
  ),
  field(755, 'client', 'CFSalesNotes', 'Sales notes', memo),
  field(756, 'client', 'CFHealthScore', 'Health score', text, { ...integer, readonly: true }),

  field(757, 'user', 'CFSeatCount', 'Seats under care', text, integer),
  field(758, 'user', 'CFLastContacted', 'Last contacted', date, { inputtype: dateInput.dateTime }),
  field(759, 'user', 'CFNewsletter', 'Newsletter', checkbox),

  field(767, 'user', 'CFDecisionRole', 'Role in decisions'),
  field(768, 'user', 'CFHourlyRate', 'Hourly rate', text, money),
  field(769, 'user', 'CFTopics', 'Topics', multiSelect, chosenFrom('Offers', 'Events', 'Security')),
  field(776, 'user', 'CFPersonalNotes', 'Personal notes', memo),

  field(760, 'ticket', 'CFBudget', 'Budget', text, money),
  field(761, 'ticket', 'CFDecisionDate', 'Decision date', date),
  field(762, 'ticket', 'CFCompetitorInvolved', 'Competitor involved', checkbox),
  field(
    763,
    'ticket',
    'CFInterests',
    'Interested in',
    multiSelect,
    chosenFrom('Hardware', 'Software', 'Services'),
  ),
  field(764, 'ticket', 'CFRequirements', 'Requirements', memo, { characterlimit: 2000 }),
  field(tenderNumberId, 'ticket', 'CFTenderNumber', 'Tender number', text, { characterlimit: 20 }),
  field(766, 'ticket', 'CFSeats', 'Seats', text, integer),

  field(770, 'quote', 'CFMarginTarget', 'Margin target', text, decimal),
  field(771, 'quote', 'CFInstallationDate', 'Installation date', date),
  field(772, 'quote', 'CFShippingRequired', 'Shipping required', checkbox),
  field(
    773,
    'quote',
    'CFDeliveryOptions',
    'Delivery options',
    multiSelect,
    chosenFrom('Courier', 'Pick-up', 'White glove'),
  ),
  field(774, 'quote', 'CFIntroduction', 'Introduction', memo),
  field(777, 'quote', 'CFClosingText', 'Closing text', rich),
  field(
    775,
    'quote',
    'CFPaymentTerms',
    'Payment terms',
    select,
    chosenFrom('Net 14', 'Net 30', 'On delivery'),
  ),

  field(780, 'quoteline', 'CFWarrantyMonths', 'Warranty in months', text, integer),
  field(781, 'quoteline', 'CFDeliveryDate', 'Delivery date', date),
  field(782, 'quoteline', 'CFExportControlled', 'Export controlled', checkbox),
  field(
    783,
    'quoteline',
    'CFServiceLevel',
    'Service level',
    select,
    chosenFrom('Basic', 'Next day', 'Four hours'),
  ),
  field(784, 'quoteline', 'CFLineComment', 'Line comment', memo),

  field(785, 'quoteline', 'CFUplift', 'Uplift', text, decimal),
  field(
    786,
    'quoteline',
    'CFLineTags',
    'Tags',
    multiSelect,
    chosenFrom('New', 'Refurbished', 'Special order'),
  ),

  field(790, 'item', 'CFEndOfLife', 'End of life', date),
  field(791, 'item', 'CFLeadTimeDays', 'Lead time in days', text, integer),
  field(792, 'site', 'CFLoadingDock', 'Loading dock', checkbox),
  field(793, 'site', 'CFGateOpens', 'Gate opens', time),

  { id: 1, entity: systemField, usage: 1, name: 'Summary', label: 'Summary', type: text },
  { id: 2, entity: systemField, usage: 1, name: 'Details', label: 'Details', type: memo },
  { id: 3, entity: systemField, usage: 1, name: 'Priority', label: 'Priority', type: select },
];

function field(
  id: number,
  entity: string,
  name: string,
  label: string,
  type: number = text,
  more: Readonly<Record<string, unknown>> = {},
): SeedRow {
  return { id, entity, name, label, type, extratype: type === select ? 1 : 0, ...more };
}

function chosenFrom(...names: readonly string[]): Readonly<Record<string, unknown>> {
  return { options: names.map((name, index) => ({ id: index + 1, name })) };
}
