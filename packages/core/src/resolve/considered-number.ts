import type { NotGenerated, PartNumberReason } from '@quotebridge/mapping-rules';
import type { Considered } from '../plan/reason.js';
import type { PushPolicy } from '../settings/push-policy.js';

/** The ways to an item number, in their order: mapped field, macro, fallback of the line type. */
export function consideredNumber(
  reason: PartNumberReason,
  number: string,
  { itemNumberField }: PushPolicy['products'],
): readonly Considered[] {
  if (reason.source === 'field')
    return [taken(number, reason.field, 'the field that holds item numbers (products.itemNumberField)')];
  const empty: Considered = {
    candidate: itemNumberField,
    at: 'products.itemNumberField',
    taken: false,
    why: 'the field is empty in this line',
  };
  const generation = 'products.partNumberGeneration';
  if (reason.source === 'macro')
    return [empty, taken(number, generation, `made by the macro ${reason.macro}`)];
  const notMade: Considered = {
    candidate: reason.macro ?? 'a generated number',
    at: generation,
    taken: false,
    why: whyNot[reason.because],
  };
  const at = `products.emptyPartNumbers.${reason.lineType}`;
  return [empty, notMade, taken(number, at, 'the fallback of its line type')];
}

const whyNot: Readonly<Record<NotGenerated, string>> = {
  notOffered: 'a manufacturer’s number is never made up',
  switchedOff: 'numbers are not generated',
  noMacroForItemType: 'no macro is for the ItemType of the line, and none for all others',
  macroGaveNothing: 'the macro gives nothing for this line',
};

function taken(candidate: string, at: string, why: string): Considered {
  return { candidate, at, taken: true, why };
}
