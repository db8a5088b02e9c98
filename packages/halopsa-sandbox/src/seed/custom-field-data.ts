import type { SeedRow } from './seed.js';

const text = 0;
const select = 2;

/** Custom fields by the kind of record they belong to. */
export const customFields: readonly SeedRow[] = [
  field(181, 'client', 'CFAccountTier', 'Account tier', select, ['Bronze', 'Silver', 'Gold']),
  field(182, 'client', 'CFIndustry', 'Industry'),
  field(183, 'user', 'CFPreferredContactMethod', 'Preferred contact method', select, ['Email', 'Phone']),
  field(184, 'ticket', 'CFLeadSource', 'Lead source', select, ['Referral', 'Website', 'Existing customer']),
  field(185, 'ticket', 'CFQuoteReference', 'Quote reference'),
  field(186, 'quote', 'CFQuotingToolReference', 'Quoting tool reference'),
  field(187, 'quoteline', 'CFLineReference', 'Line reference'),
  field(188, 'item', 'CFManufacturerPartNumber', 'Manufacturer part number'),
  field(189, 'site', 'CFAccessNotes', 'Access notes'),
];

function field(
  id: number,
  entity: string,
  name: string,
  label: string,
  type = text,
  choices: readonly string[] = [],
): SeedRow {
  const options = choices.map((choice, index) => ({ id: index + 1, name: choice }));
  return { id, entity, name, label, type, ...(options.length > 0 && { options }) };
}
