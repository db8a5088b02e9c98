import type { DescriptionName } from './rule-set.js';

/** Columns of the result that are not tables of one's own. */
export const ruleColumns = {
  partNumber: 'PartNumber',
  summary: 'SummaryPartNumber',
  productGroups: 'ProductGroup',
  users: 'User',
  taxes: 'Tax',
} as const;

export const descriptionColumns = {
  itemName: 'ItemName',
  itemDescription: 'ItemDescription',
  lineName: 'LineName',
} as const satisfies Record<DescriptionName, string>;

/** The field that plain conditions of a section's tables compare when the table names none. */
export const columnKeys = {
  byItemType: 'ItemType',
  productGroups: 'ItemType',
  users: 'DH_SalesRep',
  taxes: 'TaxCode',
  tables: 'ItemType',
} as const;
