import type { Row, TenantData } from '../engine/sandbox-control.js';
import type { Expected } from './random-document.js';

/** A line that a person added to the quote. */
export interface Stranger {
  readonly name: string;
  readonly cents: number;
}

const periods: Readonly<Record<number, keyof Expected>> = { 0: 'oneOff', 2: 'monthly', 3: 'yearly' };

/** Never twice: one opportunity, one quote, one product of each number, whatever happened. */
export function checkCounts(
  data: TenantData,
  before: TenantData,
  marker: string,
  newNumbers: ReadonlySet<string>,
): void {
  const added = (kind: string): number => rowsOf(data, kind).length - rowsOf(before, kind).length;
  const marked = rowsOf(data, 'quotes').filter((row) => row['third_party_number'] === marker).length;
  for (const kind of ['opportunities', 'quotes']) {
    if (added(kind) > 1 || added(kind) < 0) throw new Error(`${added(kind)} ${kind} more than at the start.`);
  }
  if (marked !== added('quotes')) throw new Error(`${added('quotes')} quotes, ${marked} with our marker.`);
  if (added('attachments') !== 0) throw new Error(`${added('attachments')} attachments.`);
  if (added('items') > newNumbers.size)
    throw new Error(`${added('items')} products more, for ${newNumbers.size} new numbers.`);
  const names = rowsOf(data, 'items').map((row) => String(row['name']).toLowerCase());
  for (const number of newNumbers) {
    const times = names.filter((name) => name === number.toLowerCase()).length;
    if (times > 1) throw new Error(`The product ${number} is there ${times} times.`);
  }
}

/** What a person added stays as it is, once. */
export function checkStrangers(data: TenantData, marker: string, strangers: readonly Stranger[]): void {
  const lines = linesOf(data, marker);
  for (const { name, cents } of strangers) {
    const found = lines.filter((line) => line['name'] === name);
    if (found.length !== 1) throw new Error(`The line “${name}” of a person is there ${found.length} times.`);
    if (Math.round(Number(found[0]?.['price']) * 100) !== cents)
      throw new Error(`The line “${name}” of a person now costs ${String(found[0]?.['price'])}.`);
  }
}

/** Never wrong by a cent: our lines add up to what the document says, for each billing period. */
export function checkMoney(
  data: TenantData,
  marker: string,
  expected: Expected,
  strangers: readonly Stranger[],
): void {
  const sums: Record<keyof Expected, number> = { oneOff: 0, monthly: 0, yearly: 0 };
  for (const line of linesOf(data, marker)) {
    if (strangers.some(({ name }) => name === line['name']) || line['isgroupdesc'] === true) continue;
    const period = periods[Number(line['billingperiod'])];
    if (period === undefined) throw new Error(`Billing period ${String(line['billingperiod'])}?`);
    sums[period] += Math.round(Number(line['quantity']) * Number(line['price']) * 100);
  }
  for (const period of Object.keys(sums) as (keyof Expected)[]) {
    if (sums[period] !== expected[period])
      throw new Error(`${period}: ${sums[period]} cents in the PSA, ${expected[period]} in the document.`);
  }
}

function linesOf(data: TenantData, marker: string): readonly Row[] {
  const quotes = rowsOf(data, 'quotes').filter((row) => row['third_party_number'] === marker);
  return quotes.flatMap((quote) => quote['lines'] as readonly Row[]);
}

function rowsOf(data: TenantData, kind: string): readonly Row[] {
  return data[kind] ?? [];
}
