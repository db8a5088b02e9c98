import type { NewItem } from '../contract/records.js';
import type { Reason } from '../plan/reason.js';
import { describedAs } from '../rules/described-as.js';
import type { DocumentRules } from '../rules/document-rules.js';
import type { SelectedLine } from '../select/selected-line.js';

type Content = Pick<NewItem, 'name' | 'description' | 'price'> & Required<Pick<NewItem, 'cost'>>;

export interface ItemContent extends Content {
  readonly manufacturerNumber: string;
  readonly reasons: Readonly<Record<keyof Content, Reason>>;
}

/** What a line says about its product. */
export function itemContent(line: SelectedLine, rules: DocumentRules): ItemContent {
  const name = describedAs('itemName', line, rules);
  const description = describedAs('itemDescription', line, rules);
  return {
    name: name?.text ?? line.name,
    description: description?.text ?? (line.note === '' ? line.name : `${line.name}\n${line.note}`),
    price: line.price,
    cost: line.cost,
    manufacturerNumber: line.source?.manufacturerPartNumber ?? '',
    reasons: {
      ...contentReasons,
      ...(name === undefined ? {} : { name: name.reason }),
      ...(description === undefined ? {} : { description: description.reason }),
    },
  };
}

const contentReasons = {
  name: { from: 'document', at: 'Description', text: 'first line of the description' },
  description: { from: 'document', at: 'Description', text: 'the description and the notes of the line' },
  price: { from: 'document', at: 'UnitPrice', text: 'the price of the line' },
  cost: { from: 'document', at: 'UnitCost', text: 'the unit cost of the line (products.includeCost)' },
} as const satisfies Readonly<Record<keyof Content, Reason>>;
