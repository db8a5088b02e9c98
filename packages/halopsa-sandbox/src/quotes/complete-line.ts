import { addExternalLink } from '../fields/external-links.js';
import { apiDate } from '../fields/api-date.js';
import { ruleError } from '../http/api-error.js';
import { isSet, numberIn, textIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';

/** Fills what a line leaves out, from its product when it has one. */
export function completeLine(
  line: Row,
  sent: Readonly<Record<string, unknown>>,
  before: Row | undefined,
  world: World,
): void {
  const item = productOf(line, world);
  if (item) fillFrom(item, line, before, world);
  line['quantity'] ??= isSet(line, 'isgroupdesc') ? 0 : 1;
  for (const column of ['price', 'costprice', 'discount_perc', 'billingperiod', 'item_id', 'group_id'])
    line[column] ??= 0;
  for (const column of ['optional', 'isgroupdesc', 'item_recurring']) line[column] ??= false;
  line['printitem'] ??= true;
  line['baseprice'] ??= line['price'];
  addExternalLink(line, sent['new_external_link'], apiDate(world.now()));
  Reflect.deleteProperty(line, 'new_external_link');
}

function productOf(line: Row, world: World): Row | undefined {
  const id = numberIn(line, 'item_id');
  if (id <= 0) return undefined;
  const item = world.tenant.find('items', id);
  if (!item) throw ruleError(`There is no item with id ${id}.`);
  return item;
}

function fillFrom(item: Row, line: Row, before: Row | undefined, world: World): void {
  const recurring = isSet(item, 'isrecurringitem');
  const price = recurring ? item['recurringprice'] : item['baseprice'];
  const cost = recurring ? item['recurringcost'] : item['costprice'];
  const productChanged = before !== undefined && before['item_id'] !== line['item_id'];
  if (world.switches.get('repriceFromCatalogue')) {
    line['price'] = price;
    line['costprice'] = cost;
  }
  line['name'] ??= textIn(item, 'name');
  line['price'] ??= price;
  line['costprice'] ??= cost;
  line['billingperiod'] ??= numberIn(item, 'item_default_billing_period');
  line['assetgroup_id'] ??= item['assetgroup_id'];
  line['supplier_id'] ??= item['supplier_id'];
  if (line['item_recurring'] === undefined || productChanged) line['item_recurring'] = recurring;
}
