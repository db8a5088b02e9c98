import { amountsText, moneyText, periodNames } from './money-text.js';
import type { Colours } from '@quotebridge/command-line/terminal';
import { billingPeriods, decimal, type Plan } from '@quotebridge/core';

/** What the quote amounts to: per period before → after where there is a quote already, and the tax. */
export function totalsRows(money: Plan['money'], colours: Colours): string[] {
  const { net, before, foreign, optional, currency } = money;
  const unit = currency === undefined ? '' : ` ${currency}`;
  const rows: string[] = [];
  if (before === undefined) rows.push(row('Net', `${amountsText(net)}${unit}`, colours));
  else {
    const changes = periodChanges(before, net, unit, colours);
    rows.push(...changes.map((text, index) => row(index === 0 ? 'Net' : '', text, colours)));
  }
  if (Object.keys(optional).length > 0) rows.push(row('Optional', amountsText(optional), colours));
  if (foreign !== undefined) {
    const added = colours.dim('in lines that people added');
    rows.push(row('Beside it', `${amountsText(foreign)} ${added}`, colours));
  }
  return [...rows, ...taxRows(money, colours)];
}

function periodChanges(
  before: Plan['money']['net'],
  after: Plan['money']['net'],
  unit: string,
  colours: Colours,
): string[] {
  const changes = billingPeriods.flatMap((period) => {
    if (before[period] === undefined && after[period] === undefined) return [];
    const [was, is] = [before[period] ?? '0', after[period] ?? '0'];
    const difference = decimal.subtract(is, was);
    const name = periodNames[period];
    if (decimal.isZero(difference)) return [`${name} ${moneyText(is)}${unit} ${colours.dim('unchanged')}`];
    const sign = difference.startsWith('-') ? '' : '+';
    const by = colours.dim(`(${sign}${moneyText(difference)})`);
    return [`${name} ${colours.red(moneyText(was))} → ${colours.green(moneyText(is))}${unit} ${by}`];
  });
  return changes.length === 0 ? [`${moneyText('0')}${unit}`] : changes;
}

/** The document's own tax; beside it what the PSA's percentages give, where that is not the same. */
function taxRows({ tax, expectedTax }: Plan['money'], colours: Colours): string[] {
  const [stated, expected] = [tax, expectedTax].map((amount) =>
    amount === undefined ? undefined : moneyText(amount),
  );
  if (stated === undefined && expected === undefined) return [];
  if (stated === undefined)
    return [row('Tax', `${expected ?? ''} ${colours.dim('by the PSA’s taxes')}`, colours)];
  if (expected === undefined || expected === stated) return [row('Tax', stated, colours)];
  return [row('Tax', `${stated} ${colours.yellow(`by the PSA’s taxes ${expected}`)}`, colours)];
}

function row(label: string, text: string, colours: Colours): string {
  const width = 10;
  return `  ${colours.bold(label)}${' '.repeat(Math.max(1, width - label.length))}${text}`;
}
