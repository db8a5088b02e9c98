import type { NewItem } from '../contract/records.js';
import type { Reason } from '../plan/reason.js';
import type { SelectedLine } from '../select/selected-line.js';

type Content = Pick<NewItem, 'name' | 'description' | 'price'> & Required<Pick<NewItem, 'cost'>>;

/** What a line says about its product. */
export function itemContent(line: SelectedLine): Content & { readonly manufacturerNumber: string } {
  return {
    name: line.name,
    description: line.note === '' ? line.name : `${line.name}\n${line.note}`,
    price: line.price,
    cost: line.cost,
    manufacturerNumber: line.source?.manufacturerPartNumber ?? '',
  };
}

export const itemContentReasons = {
  name: { from: 'document', at: 'Description', text: 'first line of the description' },
  description: { from: 'document', at: 'Description', text: 'the description and the notes of the line' },
  price: { from: 'document', at: 'UnitPrice', text: 'the price of the line' },
  cost: { from: 'document', at: 'UnitCost', text: 'the unit cost of the line (products.includeCost)' },
} as const satisfies Readonly<Record<keyof Content, Reason>>;
