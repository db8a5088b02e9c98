import type { PartNumberRules, RuleSet } from '@quotebridge/mapping-rules';
import type { PushPolicy } from '../settings/push-policy.js';
import { soundRows } from './sound-rows.js';

/** The rules that the settings say, as one rule set. Settings that are not in use are left out. */
export function ruleSetOf(policy: PushPolicy): RuleSet {
  const { opportunity, defaults, userMappings, productGroupMappings, taxMappings, dataLink } = policy;
  const isSummary = opportunity.lineHandling === 'summary' && opportunity.writeProducts;
  const { productGroup } = defaults;
  return {
    version: 1,
    partNumber: partNumberRules(policy),
    ...(isSummary ? { summary: { partNumber: opportunity.summaryPartNumber } } : {}),
    productGroups: {
      rows: soundRows(productGroupMappings.groups),
      ...(productGroup === undefined ? {} : { default: productGroup }),
    },
    users: { rows: soundRows(userMappings.users) },
    taxes: { rows: soundRows(taxMappings.codes) },
    siteAddress: defaults.addressLines,
    dataLink: dataLink.rows,
  };
}

function partNumberRules({ products }: PushPolicy): PartNumberRules {
  const { itemNumberField: field, emptyPartNumbers } = products;
  const fallbackByLineType = { ...emptyPartNumbers };
  // Of the manufacturer's number none is made up, so that nobody looks at the macros.
  if (field.trim().toLowerCase() === 'manufacturerpartnumber') return { field, fallbackByLineType };
  return { field, generation: generationOf(products), fallbackByLineType };
}

function generationOf({
  partNumberGeneration: { mode, macro, byItemType, otherwise },
}: PushPolicy['products']): NonNullable<PartNumberRules['generation']> {
  if (mode === 'none') return { mode };
  if (mode === 'macro') return { mode, macro };
  return {
    mode,
    byItemType: { rows: byItemType, ...(otherwise.trim() === '' ? {} : { default: otherwise }) },
  };
}
