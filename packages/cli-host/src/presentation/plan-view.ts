import { amountsText, moneyText } from './money-text.js';
import { conflictRows } from './conflict-rows.js';
import { counted } from './counted.js';
import { operationRows } from './operation-rows.js';
import { table } from './table.js';
import type { Colours } from './terminal.js';
import type { Plan } from '@quotebridge/core';

export interface PlanViewOptions {
  readonly width: number;
  readonly colours: Colours;
  /** Also what is shortened otherwise. */
  readonly everything: boolean;
}

/** A plan for people: who it is for, what happens to each record and why, the money, the open questions. */
export function planView(plan: Plan, options: PlanViewOptions): string {
  const { colours } = options;
  const { document, money } = plan;
  const blocks: string[] = [
    `${colours.bold(`${document.type.toLowerCase()} ${document.number}`)} “${document.name}” → ${plan.contactManager} ${colours.dim(`(connection ${plan.connection})`)}`,
  ];
  if (plan.matches.length > 0) blocks.push(matchTable(plan, options));
  for (const operation of plan.operations) blocks.push(operationRows(operation, plan, options).join('\n'));
  const totals = [
    `  ${colours.bold('Net')}       ${amountsText(money.net)}${money.currency === undefined ? '' : ` ${money.currency}`}`,
  ];
  if (Object.keys(money.optional).length > 0)
    totals.push(`  ${colours.bold('Optional')}  ${amountsText(money.optional)}`);
  totals.push(...taxRows(money, colours));
  blocks.push(totals.join('\n'));
  if (plan.warnings.length > 0) {
    blocks.push(
      plan.warnings
        .map((warning) => `  ${colours.yellow('!')} ${warning.about}: ${warning.message}`)
        .join('\n'),
    );
  }
  if (plan.conflicts.length > 0)
    blocks.push(plan.conflicts.flatMap((conflict) => conflictRows(conflict, colours)).join('\n'));
  blocks.push(closingLine(plan, options));
  return blocks.join('\n\n');
}

/** The document's own tax; beside it what the PSA's percentages give, where that is not the same. */
function taxRows({ tax, expectedTax }: Plan['money'], colours: Colours): string[] {
  const [stated, expected] = [tax, expectedTax].map((amount) =>
    amount === undefined ? undefined : moneyText(amount),
  );
  const label = colours.bold('Tax');
  if (stated === undefined && expected === undefined) return [];
  if (stated === undefined)
    return [`  ${label}       ${expected ?? ''} ${colours.dim('by the PSA’s taxes')}`];
  if (expected === undefined || expected === stated) return [`  ${label}       ${stated}`];
  return [`  ${label}       ${stated} ${colours.yellow(`by the PSA’s taxes ${expected}`)}`];
}

function matchTable(plan: Plan, { width, colours }: PlanViewOptions): string {
  return table(
    [{ title: '' }, { title: 'found', shrinksTo: 20 }, { title: 'by', shrinksTo: 10 }],
    plan.matches.map((match) => [
      match.kind.replace('ticketType', 'type'),
      `${match.name} (${match.id})`,
      colours.dim(match.reason.text),
    ]),
    { width, colours, indent: 2 },
  );
}

function closingLine(plan: Plan, { colours }: PlanViewOptions): string {
  const { spent, expected } = plan.requests;
  const used = `${counted(spent.read + spent.write, 'request')} so far`;
  if (plan.conflicts.length > 0) {
    return `${colours.red('Cannot be pushed')}: ${counted(plan.conflicts.length, 'open question')}. ${used}.`;
  }
  if (plan.operations.length === 0 || isKeptWithOtherMoney(plan)) {
    return `${colours.yellow('Nothing to write')}, see the warning above. ${used}.`;
  }
  if (plan.operations.every((operation) => operation.action === 'keep')) {
    return `${colours.green('Nothing to do')}: everything stands as it should. ${used}.`;
  }
  const writes = counted(expected.write, 'write');
  const reads = expected.read === 0 ? '' : ` and ${counted(expected.read, 'read')}`;
  return `${colours.bold('Plan')}: ${used}, ${writes}${reads} to come.`;
}

/** What stands there is as it was written, and is known to be another sum than the document's. */
function isKeptWithOtherMoney({ operations, warnings }: Plan): boolean {
  return operations.every(({ action }) => action === 'keep') && warnings.some(({ about }) => about === 'tax');
}
