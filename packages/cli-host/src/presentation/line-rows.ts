import { fieldRows, shortened } from './field-rows.js';
import { keptRows } from './kept-rows.js';
import { moneyText, periodNames } from './money-text.js';
import { signs } from './signs.js';
import type { PlanViewOptions } from './plan-view.js';
import { table } from '@quotebridge/command-line/table';
import { counted } from '@quotebridge/command-line/terminal';
import type { LineOperation, Plan } from '@quotebridge/core';

/** A long document is summed up; --verbose shows every line of it. */
const mostLines = 25;

/** The lines of a quote: new ones as a table, changed ones field by field, the others counted. */
export function lineRows(
  lines: readonly LineOperation[],
  matches: Plan['matches'],
  options: PlanViewOptions,
): string[] {
  const sign = signs(options.colours);
  const most = options.everything ? Number.POSITIVE_INFINITY : mostLines;
  const by = (action: LineOperation['action']): LineOperation[] =>
    lines.filter((line) => line.action === action);
  const rest = (count: number): string[] =>
    count > most ? [`      … and ${counted(count - most, 'more line')} (all of them with --verbose)`] : [];
  const [created, updated, removed] = [by('create'), by('update'), by('remove')];
  const rows: string[] = [];
  if (created.length > 0) {
    rows.push(
      `    ${sign.create} ${counted(created.length, 'line')}`,
      createdTable(created.slice(0, most), options),
    );
    rows.push(...rest(created.length));
  }
  for (const line of updated.slice(0, most)) {
    rows.push(
      `    ${sign.update} line ${line.wanted?.position ?? ''}  ${shortened(line.label, options.width - 20)}`,
    );
    rows.push(...lineChanges(line, matches, options));
  }
  rows.push(...rest(updated.length));
  rows.push(
    ...removed.slice(0, most).map((line) => `    ${sign.remove} ${removedText(line, options.width - 8)}`),
  );
  rows.push(...rest(removed.length));
  const left = by('keep').filter(({ kept: stays = [] }) => stays.length > 0);
  for (const line of left.slice(0, most)) {
    rows.push(
      `    ${sign.keep} line ${line.wanted?.position ?? ''}  ${shortened(line.label, options.width - 20)}`,
    );
    rows.push(...keptRows(line.kept, matches, { ...options, indent: 8 }));
  }
  rows.push(...rest(left.length));
  const kept = by('keep').length - left.length;
  const foreign = by('foreign').length;
  if (kept > 0) rows.push(`    ${sign.keep} ${options.colours.dim(`${counted(kept, 'line')} unchanged`)}`);
  if (foreign > 0) {
    rows.push(
      `    ${sign.foreign} ${options.colours.dim(`${counted(foreign, 'line')} that people added, left alone`)}`,
    );
  }
  return rows;
}

function lineChanges(line: LineOperation, matches: Plan['matches'], options: PlanViewOptions): string[] {
  const before: Record<string, unknown> = { ...line.before };
  const all: Record<string, unknown> = { ...line.wanted };
  const wanted = Object.fromEntries(Object.keys(before).map((field) => [field, all[field]]));
  const rowOptions = { ...options, indent: 8 };
  return [
    ...fieldRows({ action: 'update', wanted, before, reasons: line.reasons }, matches, rowOptions),
    ...keptRows(line.kept, matches, rowOptions),
  ];
}

/** With what it was worth: it is gone afterwards. */
function removedText({ label, removed }: LineOperation, width: number): string {
  if (removed?.price === undefined) return shortened(label, width);
  const period = removed.billingPeriod === undefined ? '' : ` ${periodNames[removed.billingPeriod]}`;
  const worth = `  ${removed.quantity ?? '1'} × ${moneyText(removed.price)}${period}`;
  return `${shortened(label, width - worth.length)}${worth}`;
}

function createdTable(lines: readonly LineOperation[], options: PlanViewOptions): string {
  const withList = lines.some(({ wanted }) => wanted?.listPrice !== undefined);
  const rows = lines.map(({ wanted, label, createsItem }) => {
    const heading = wanted?.kind === 'heading';
    const amounts = wanted === undefined || heading ? undefined : wanted;
    return [
      String(wanted?.position ?? ''),
      `${wanted?.itemNumber ?? ''}${createsItem === undefined ? '' : ' (new)'}`,
      heading ? options.colours.bold(wanted.name) : (wanted?.name ?? label),
      amounts?.quantity ?? '',
      ...(withList ? [amounts?.listPrice === undefined ? '' : moneyText(amounts.listPrice)] : []),
      amounts === undefined ? '' : moneyText(amounts.price),
      amounts === undefined
        ? ''
        : `${periodNames[amounts.billingPeriod]}${amounts.optional ? ', optional' : ''}`,
    ];
  });
  return table(
    [
      { title: '#', align: 'right' },
      { title: 'item', shrinksTo: 8 },
      { title: 'name', shrinksTo: 16 },
      { title: 'quantity', align: 'right' },
      ...(withList ? [{ title: 'list', align: 'right' as const }] : []),
      { title: 'price', align: 'right' },
      { title: 'billed' },
    ],
    rows,
    { width: options.width, colours: options.colours, indent: 6 },
  );
}
