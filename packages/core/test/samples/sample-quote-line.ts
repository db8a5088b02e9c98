import type { QuoteLineFields, StoredQuoteLine } from '../../src/contract/records.js';
import type { WantedLine } from '../../src/plan/wanted-lines.js';

export function sampleFields(over: Partial<QuoteLineFields> = {}): QuoteLineFields {
  return {
    kind: 'item',
    position: 1,
    itemId: 'i1',
    itemNumber: 'N1',
    name: 'A thing',
    note: '',
    quantity: '1',
    price: '10',
    cost: '5',
    billingPeriod: 'oneOff',
    optional: false,
    groupKey: null,
    ...over,
  };
}

export function wantedLine(key: string, over: Partial<QuoteLineFields> = {}): WantedLine {
  const { position, ...fields } = sampleFields({ name: key, ...over });
  return { key, label: key, fields, reasons: { position: { from: 'engine', text: String(position) } } };
}

export function storedLine(id: string, over: Partial<StoredQuoteLine> = {}): StoredQuoteLine {
  return { id, ...sampleFields(), ...over };
}
