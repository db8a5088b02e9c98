import { fieldRows } from './field-rows.js';
import { lineRows } from './line-rows.js';
import { moneyText, periodNames } from './money-text.js';
import { signs } from './signs.js';
import { sizeText } from './size-text.js';
import type { PlanViewOptions } from './plan-view.js';
import type { Operation, OpportunityOperation, Plan, QuoteOperation } from '@quotebridge/core';

/** What a plan does to one record. */
export function operationRows(operation: Operation, plan: Plan, options: PlanViewOptions): string[] {
  const { colours } = options;
  const sign = signs(colours)[operation.action];
  switch (operation.kind) {
    case 'item': {
      const { item } = operation;
      const period = item.billingPeriod === 'oneOff' ? '' : ` ${periodNames[item.billingPeriod]}`;
      const price = `${moneyText(item.price)}${period}`;
      return [`${sign} ${colours.bold('item')} ${item.number}  ${item.name}  ${colours.dim(price)}`];
    }
    case 'opportunity':
      return recordRows(operation, plan, options);
    case 'quote':
      return [...recordRows(operation, plan, options), ...lineRows(operation.lines, plan.matches, options)];
    case 'attachment': {
      const state = operation.action === 'keep' ? ', is there already' : '';
      const detail = `${sizeText(operation.size)}, ${operation.mediaType}${state}`;
      return [`${sign} ${colours.bold('attachment')} ${operation.name}  ${colours.dim(detail)}`];
    }
    case 'completion':
      return [
        `${sign} ${colours.bold('completion')} ${operation.action === 'keep' ? 'stays' : 'closed as'} ${operation.outcome}` +
          `  ${colours.dim(`← ${operation.reason.text}`)}`,
      ];
  }
}

function recordRows(
  operation: OpportunityOperation | QuoteOperation,
  plan: Plan,
  options: PlanViewOptions,
): string[] {
  const { colours } = options;
  const { action, kind } = operation;
  const name = operation.id === undefined ? kind : `${kind} ${operation.id}`;
  const title = `${signs(colours)[action]} ${colours.bold(name)}`;
  if (action === 'keep') return [`${title}  ${colours.dim('unchanged')}`];
  const wanted: Record<string, unknown> = { ...operation.wanted };
  const before: Record<string, unknown> = { ...operation.before };
  const rows = fieldRows({ action, wanted, before, reasons: operation.reasons }, plan.matches, {
    ...options,
    indent: 4,
  });
  return [title, ...rows];
}
