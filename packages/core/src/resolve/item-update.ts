import type { Item, ItemUpdate } from '../contract/records.js';
import type { ItemUpdateOperation } from '../plan/operation.js';
import type { DocumentRules } from '../rules/document-rules.js';
import type { SelectedLine } from '../select/selected-line.js';
import type { PushPolicy } from '../settings/push-policy.js';
import { itemNumberKey } from '../state/item-number-key.js';
import { heldIn } from './held-in.js';
import { itemContent } from './item-content.js';

/**
 * What a product that exists lacks of the fields that the settings want up to date; undefined: nothing. Without such
 * fields a product is never changed. A text that it is found by is left alone: the next push would create it again.
 */
export function itemUpdate(
  number: string,
  item: Item,
  line: SelectedLine,
  { updateExisting, includeCost }: PushPolicy['products'],
  rules: DocumentRules,
): ItemUpdateOperation | undefined {
  if (updateExisting.length === 0) return undefined;
  const content = itemContent(line, rules);
  const { name, description, price, cost, manufacturerNumber } = content;
  const says: ItemUpdate = {
    name,
    description,
    price,
    ...(includeCost ? { cost } : {}),
    // A number that the document does not know must not be emptied in the PSA.
    ...(manufacturerNumber === '' ? {} : { sku: manufacturerNumber }),
  };
  const fields = updateExisting.filter(
    (field) =>
      says[field] !== undefined && heldIn(item, field) !== says[field] && !isNumber(item, field, number),
  );
  if (fields.length === 0) return undefined;
  const reasons = {
    ...content.reasons,
    sku: { from: 'document', at: 'ManufacturerPartNumber', text: 'the manufacturer part number' },
  } as const;
  return {
    kind: 'itemUpdate',
    action: 'update',
    id: item.id,
    number,
    name: item.name,
    wanted: Object.fromEntries(fields.map((field) => [field, says[field]])),
    before: Object.fromEntries(
      fields.flatMap((field) => (item[field] === undefined ? [] : [[field, item[field]]])),
    ),
    reasons: Object.fromEntries(
      fields.map((field) => [
        field,
        { ...reasons[field], text: `${reasons[field].text} (products.updateExisting)` },
      ]),
    ),
  };
}

/** A name that is the item number stays, else the product would not be found again. */
function isNumber(item: Item, field: keyof ItemUpdate, number: string): boolean {
  return (
    (field === 'name' || field === 'sku') && itemNumberKey(heldIn(item, field)) === itemNumberKey(number)
  );
}
