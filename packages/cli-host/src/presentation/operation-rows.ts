import { fieldRows } from './field-rows.js';
import { keptRows } from './kept-rows.js';
import { lineRows } from './line-rows.js';
import { moneyText, periodNames } from './money-text.js';
import { signs } from './signs.js';
import type { PlanViewOptions } from './plan-view.js';
import { sizeText } from '@quotebridge/command-line/terminal';
import type {
  AttachmentOperation,
  CompletionOperation,
  ItemOperation,
  KeptField,
  Operation,
  Plan,
  Reasons,
  RemovalOperation,
  ReopeningOperation,
} from '@quotebridge/core';

/** What a plan does to one record. */
export function operationRows(operation: Operation, plan: Plan, options: PlanViewOptions): string[] {
  switch (operation.kind) {
    case 'item':
      return [itemRow(operation, options)];
    case 'itemUpdate':
      return recordRows(operation, `item ${operation.number}`, operation.name, plan, options);
    case 'contact': {
      const kind = operation.object === 'clients' ? 'client' : 'user';
      const { wanted, before } = operation;
      const changes = { ...operation, wanted: { linked: wanted }, before: { linked: before } };
      return recordRows(changes, `${kind} ${operation.id}`, operation.name, plan, options);
    }
    case 'opportunity':
      return recordRows(operation, named('opportunity', operation.id), '', plan, options);
    case 'quote':
      return [
        ...recordRows(operation, named('quote', operation.id), '', plan, options),
        ...lineRows(operation.lines, plan.matches, options),
      ];
    case 'attachment':
      return [attachmentRow(operation, options)];
    case 'completion':
      return [completionRow(operation, options)];
    case 'removal':
      return [removalRow(operation, options)];
    case 'reopening':
      return [reopeningRow(operation, options)];
  }
}

interface Changes {
  readonly action: 'create' | 'update' | 'keep';
  readonly wanted: object;
  readonly before: object;
  readonly reasons: Reasons;
  readonly kept?: readonly KeptField[];
}

function recordRows(
  { action, wanted, before, reasons, kept }: Changes,
  record: string,
  name: string,
  plan: Plan,
  options: PlanViewOptions,
): string[] {
  const { colours } = options;
  const title = `${signs(colours)[action]} ${colours.bold(record)}${name === '' ? '' : `  ${name}`}`;
  const stays = keptRows(kept, plan.matches, { ...options, indent: 4 });
  if (action === 'keep') return [`${title}  ${colours.dim('unchanged')}`, ...stays];
  const changes = { action, wanted: { ...wanted }, before: { ...before }, reasons };
  return [title, ...fieldRows(changes, plan.matches, { ...options, indent: 4 }), ...stays];
}

function named(kind: string, id: string | undefined): string {
  return id === undefined ? kind : `${kind} ${id}`;
}

function itemRow({ item, action }: ItemOperation, { colours }: PlanViewOptions): string {
  const period = item.billingPeriod === 'oneOff' ? '' : ` ${periodNames[item.billingPeriod]}`;
  const nature = item.nature === 'cost' ? ', a cost item' : '';
  const detail = colours.dim(`${moneyText(item.price)}${period}${nature}`);
  return `${signs(colours)[action]} ${colours.bold('item')} ${item.number}  ${item.name}  ${detail}`;
}

function attachmentRow(operation: AttachmentOperation, { colours }: PlanViewOptions): string {
  const { action, name, storedName, size, mediaType, replaces = [] } = operation;
  const replaced = replaces.length === 0 ? '' : `, replaces ${replaces.join(', ')}`;
  const there = storedName === undefined ? '' : ` as ${storedName}`;
  const state = action === 'keep' ? `, is there already${there}` : replaced;
  const detail = colours.dim(`${sizeText(size)}, ${mediaType}${state}`);
  return `${signs(colours)[action]} ${colours.bold('attachment')} ${name}  ${detail}`;
}

function completionRow(operation: CompletionOperation, { colours }: PlanViewOptions): string {
  const { action, outcome, on, reason } = operation;
  const closing = action === 'keep' ? `stays ${outcome}` : `closed as ${outcome}, on ${on}`;
  return `${signs(colours)[action]} ${colours.bold('completion')} ${closing}  ${colours.dim(`← ${reason.text}`)}`;
}

function removalRow({ object, id, name, reason }: RemovalOperation, { colours }: PlanViewOptions): string {
  return `${signs(colours).remove} ${colours.bold(`${object} ${id}`)}  ${name}  ${colours.dim(`← ${reason.text}`)}`;
}

function reopeningRow(operation: ReopeningOperation, { colours }: PlanViewOptions): string {
  const { action, id, outcome, reason } = operation;
  return `${signs(colours)[action]} ${colours.bold(`opportunity ${id}`)}  ${outcome} → open  ${colours.dim(`← ${reason.text}`)}`;
}
