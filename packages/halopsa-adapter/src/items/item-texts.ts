import type { Item, ItemQuery } from '@quotebridge/core/plugin';
import { containsText } from '../text/contains-text.js';
import { singleBlanks } from '../text/single-blanks.js';

type Texts = Readonly<Record<'text' | 'number' | 'sku' | 'supplierNumber', string>>;

/** The texts of a query with single blanks, `''` where none is asked for. */
export function wantedTexts({ text = '', number = '', sku = '', supplierNumber = '' }: ItemQuery): Texts {
  return {
    text: singleBlanks(text),
    number: singleBlanks(number),
    sku: singleBlanks(sku),
    supplierNumber: singleBlanks(supplierNumber),
  };
}

export function hasTexts(item: Item, wanted: Texts): boolean {
  const { name, description, numbers, sku = '', supplier = '', supplierNumber = '' } = item;
  const anywhere = [name, description, ...numbers, sku, supplier, supplierNumber];
  return (
    anywhere.some((text) => containsText(text, wanted.text)) &&
    (wanted.number === '' || numbers.some((text) => containsText(text, wanted.number))) &&
    containsText(sku, wanted.sku) &&
    containsText(supplierNumber, wanted.supplierNumber)
  );
}
