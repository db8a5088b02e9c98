import type { DecimalText, DocumentLine, IsoDate, LineAttribute } from '@quotebridge/core/plugin';
import type { FieldReader } from '../columns/field-reader.js';
import { lineAttributesOf } from '../values/line-attributes-of.js';
import { lineTypeOf } from '../values/line-type-of.js';
import { readAmounts } from './read-amounts.js';
import { readRecurrence } from './read-recurrence.js';

/** What a line takes from its document and from the lines above it. */
export interface LineContext {
  readonly contractStart: IsoDate | undefined;
  readonly contractEnd: IsoDate | undefined;
  /** Quantity of the last group header; undefined: there is none above. */
  groupQuantity: DecimalText | undefined;
}

/** One line of a document, all but its key. */
export function readLine(
  item: FieldReader<'DocumentItems'>,
  context: LineContext,
): Omit<DocumentLine, 'key'> {
  const lineType = lineTypeOf(item.text('LineType'));
  if (lineType === undefined)
    item.fault('LineType', '1, 2, 4, 8, 16, 32, 64, 128, 256 or 512, or the name of a type');
  const attributes = readAttributes(item);
  return {
    lineType: lineType ?? 'product',
    attributes,
    itemType: item.text('ItemType'),
    manufacturerPartNumber: item.text('ManufacturerPartNumber'),
    vendorPartNumber: item.text('VendorPartNumber'),
    internalPartNumber: item.text('InternalPartNumber'),
    manufacturer: item.text('Manufacturer'),
    vendor: item.text('Vendor'),
    description: item.text('Description'),
    notes: item.text('Notes'),
    ...readAmounts(item, lineType ?? 'product'),
    groupQuantity: attributes.includes('groupMember') ? groupQuantity(item, context) : '1',
    unitOfMeasure: item.text('UnitOfMeasure'),
    taxCode: item.text('TaxCode').toUpperCase(),
    ...(attributes.includes('recurring') ? readRecurrence(item, context) : {}),
    fields: item.columns.fields(item.row.cells),
  };
}

/** An export without LineAttributes still tells a recurring line by its billing cycle. */
function readAttributes(item: FieldReader<'DocumentItems'>): readonly LineAttribute[] {
  const text = item.text('LineAttributes');
  if (text === '' && item.text('RecurringBillingCycle') !== '') return ['recurring'];
  const attributes = lineAttributesOf(text);
  if (attributes === undefined) item.fault('LineAttributes', 'the sum of attribute bits, such as 136');
  return attributes ?? [];
}

/**
 * QuoteWerks keeps a member's quantity and amount without the quantity of its group. 0 is what an untouched column
 * of the database holds, so it counts as empty.
 */
function groupQuantity(item: FieldReader<'DocumentItems'>, context: LineContext): DecimalText {
  const own = item.decimal('QtyGroupMultiplier');
  if (own !== undefined && own !== '0') return own;
  if (context.groupQuantity === undefined) {
    item.fault('LineAttributes', 'a group header (line type 8) above a line that is a group member (bit 8)');
  }
  return context.groupQuantity ?? '1';
}
