import type { RuleSet } from '@quotebridge/mapping-rules';

/** Rules of a rule set → the settings that say the same. The longest pointer that fits decides. */
export const settingsOfRules: Readonly<Record<string, string>> = {
  '/partNumber/field': 'products.itemNumberField',
  '/partNumber/generation': 'products.partNumberGeneration',
  '/partNumber/generation/byItemType/rows': 'products.partNumberGeneration.byItemType',
  '/partNumber/generation/byItemType/default': 'products.partNumberGeneration.otherwise',
  '/partNumber/fallbackByLineType': 'products.emptyPartNumbers',
  '/summary/partNumber': 'opportunity.summaryPartNumber',
  '/productGroups/rows': 'productGroupMappings.groups',
  '/productGroups/default': 'defaults.productGroup',
  '/users/rows': 'userMappings.users',
  '/taxes/rows': 'taxMappings.codes',
  '/siteAddress': 'defaults.addressLines',
  '/dataLink': 'dataLink.rows',
};

/** The section that a rule belongs to: `/productGroups/rows/3` → `productGroups`. */
export function sectionOf(pointer: string): keyof RuleSet | '' {
  return (pointer.split('/')[1] ?? '') as keyof RuleSet | '';
}
