import { compileRuleSet, type CompiledRuleSet } from '@quotebridge/mapping-rules';

/** Rules of a small business, with something of each kind. */
export const shopRules = {
  version: 1,
  partNumber: {
    field: 'InternalPartNumber',
    generation: {
      mode: 'byItemType',
      byItemType: {
        rows: [
          { when: 'Labor', value: 'LAB-&DI_ManufacturerPartNumber' },
          {
            when: { ItemType: 'Hardware', Manufacturer: { prefix: 'HP' } },
            value: 'HP-&{DI_ManufacturerPartNumber|upper|left:10}',
          },
        ],
        default: '&DI_ItemType:&DI_ManufacturerPartNumber',
      },
    },
    fallbackByLineType: { product: 'NA' },
    length: { maximum: 40, tooLong: 'hash' },
  },
  productGroups: {
    rows: { Hardware: 'Computers', Labor: 'Services', Contract: 'Contracts' },
    default: 'Other',
  },
  users: { rows: { lchen: 'laura.chen', ed: 'ed.moss' } },
  descriptions: { itemName: '&DI_Manufacturer &DI_Description' },
} as const;

export function compiledRules(document: unknown = shopRules): CompiledRuleSet {
  const compiled = compileRuleSet(document);
  if (!compiled.ok) throw new Error(compiled.problems.map(({ message }) => message).join('\n'));
  return compiled.rule;
}
