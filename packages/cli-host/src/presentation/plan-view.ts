import { conflictRows, warningRows } from './conflict-rows.js';
import { shortened } from './field-rows.js';
import { operationRows } from './operation-rows.js';
import { planSummary } from './plan-summary.js';
import { totalsRows } from './totals-rows.js';
import { table } from '@quotebridge/command-line/table';
import { type Colours, counted } from '@quotebridge/command-line/terminal';
import type { Plan } from '@quotebridge/core';
import stringWidth from 'string-width';

/** At most that many lines that are left out are named; --verbose names all of them. */
const mostLeftOut = 5;

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
    `${purposeText(plan)}${colours.bold(`${document.type.toLowerCase()} ${document.number}`)} “${document.name}” → ${plan.contactManager} ${colours.dim(`(connection ${plan.connection})`)}`,
  ];
  if (plan.matches.length > 0) blocks.push(matchTable(plan, options));
  for (const operation of plan.operations) blocks.push(operationRows(operation, plan, options).join('\n'));
  blocks.push(totalsRows(money, colours).join('\n'));
  if (plan.leftOut !== undefined) blocks.push(leftOutRows(plan.leftOut, options).join('\n'));
  if (plan.warnings.length > 0)
    blocks.push(plan.warnings.flatMap((warning) => warningRows(warning, colours)).join('\n'));
  if (plan.conflicts.length > 0)
    blocks.push(plan.conflicts.flatMap((conflict) => conflictRows(conflict, colours)).join('\n'));
  blocks.push(closingLine(plan, options));
  return blocks.join('\n\n');
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
  const requests = colours.dim(`${used}, ${writes}${reads} to come.`);
  return `${colours.bold('Plan')}: ${planSummary(plan)}. ${requests}`;
}

function purposeText({ purpose, undoes }: Plan): string {
  if (purpose === 'push') return '';
  if (purpose === 'attach') return 'files for ';
  return undoes === undefined
    ? 'undo of '
    : `undo of the push of ${undoes.at.slice(0, 16).replace('T', ' ')} UTC, `;
}

/** Lines of the document that the quote does not have, and why. */
function leftOutRows(
  lines: NonNullable<Plan['leftOut']>,
  { width, colours, everything }: PlanViewOptions,
): string[] {
  const most = everything ? lines.length : mostLeftOut;
  return [
    `  ${colours.dim(`${counted(lines.length, 'line')} of the document left out`)}`,
    ...lines.slice(0, most).map(({ label, reason }) => {
      const text = shortened(label, Math.floor(width / 2));
      return `    ${text}  ${colours.dim(shortened(`← ${reason.text}`, Math.max(10, width - stringWidth(text) - 6)))}`;
    }),
    ...(lines.length > most ? [`    … and ${counted(lines.length - most, 'more line')}`] : []),
  ];
}

/** What stands there is as it was written, and is known to be another sum than the document's. */
function isKeptWithOtherMoney({ operations, warnings }: Plan): boolean {
  return operations.every(({ action }) => action === 'keep') && warnings.some(({ about }) => about === 'tax');
}
