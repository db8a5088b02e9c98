import { amount, type Amount } from '../money/amount.js';
import { isSet, numberIn, textIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';

export interface LineTax {
  readonly id: number;
  readonly name: string;
  /** Percentage. */
  readonly rate: Amount;
}

const none: LineTax = { id: 0, name: '', rate: amount(0) };

/** The tax of a line: its own, else that of its product or client (switch `taxCodeOrder`); none for untaxed lines. */
export function lineTax(line: Row, quote: Row, world: World): LineTax {
  if (isSet(line, 'ignoretaxcalc') || isSet(line, 'isgroupdesc') || line['item_taxable'] === false)
    return none;
  const client = world.tenant.find('clients', quote['client_id']);
  if (client?.['taxable'] === false) return none;
  const item = world.tenant.find('items', line['item_id']);
  const inherited = [item?.['taxcode'], client?.['item_tax_code']];
  if (world.switches.get('taxCodeOrder') === 'client') inherited.reverse();
  const codes = [line['override_tax_code'], line['item_tax_code'], ...inherited];
  const tax = world.tenant.find(
    'taxes',
    codes.find((code) => typeof code === 'number' && code > 0),
  );
  return tax ? { id: tax.id, name: textIn(tax, 'name'), rate: amount(numberIn(tax, 'value')) } : none;
}
