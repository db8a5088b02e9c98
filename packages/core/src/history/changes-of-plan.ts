import type { JsonValue } from '../base/json.js';
import type { AttachmentOperation, Operation, QuoteOperation } from '../plan/operation.js';
import type { Plan } from '../plan/plan.js';
import type { FieldChange, HistoryChange } from '../state/history-store.js';
import { fieldChanges } from './field-changes.js';
import { lineChanges } from './line-changes.js';

/** What a plan is going to change, record by record; records that stay as they are do not count. */
export function changesOfPlan({ operations }: Pick<Plan, 'operations'>): readonly HistoryChange[] {
  return operations.filter(({ action }) => action !== 'keep').map(changeOf);
}

function changeOf(operation: Operation): HistoryChange {
  switch (operation.kind) {
    case 'item':
      return {
        record: 'item',
        action: 'created',
        name: operation.item.number,
        fields: fieldChanges({ ...operation.item }, undefined),
      };
    case 'itemUpdate':
      return {
        record: 'item',
        action: 'updated',
        id: operation.id,
        name: operation.number,
        fields: fieldChanges(operation.wanted, operation.before),
      };
    case 'contact':
      return {
        record: operation.object === 'clients' ? 'client' : 'user',
        action: 'updated',
        id: operation.id,
        name: operation.name,
        fields: fieldChanges(operation.wanted, operation.before),
      };
    case 'opportunity':
    case 'quote':
      return recordChange(operation);
    case 'attachment':
      return attachmentChange(operation);
    case 'completion':
      return {
        record: 'completion',
        action: 'updated',
        fields: [{ field: 'outcome', ...before(operation.before?.outcome), after: operation.outcome }],
      };
    case 'removal':
      return {
        record: operation.object,
        action: 'removed',
        id: operation.id,
        name: operation.name,
        fields: [],
      };
    case 'reopening':
      return {
        record: 'opportunity',
        action: 'reopened',
        id: operation.id,
        fields: [{ field: 'outcome', before: operation.outcome, after: 'open' }],
      };
  }
}

function recordChange(operation: Extract<Operation, { kind: 'opportunity' | 'quote' }>): HistoryChange {
  const { kind, action, id, wanted, image } = operation;
  const isNew = action === 'create';
  const title = wanted.title ?? image.title;
  return {
    record: kind,
    action: isNew ? 'created' : 'updated',
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { name: title }),
    fields: fieldChanges(wanted, isNew ? undefined : operation.before),
    ...(kind === 'quote' ? linesOf(operation) : {}),
  };
}

function linesOf({ lines }: QuoteOperation): Pick<HistoryChange, 'lines' | 'moreLines'> {
  const { changed, more } = lineChanges(lines);
  return {
    ...(changed.length === 0 ? {} : { lines: changed }),
    ...(more === 0 ? {} : { moreLines: more }),
  };
}

function attachmentChange({ action, id, name, size, sha256, replaces }: AttachmentOperation): HistoryChange {
  const replaced: readonly FieldChange[] =
    replaces === undefined ? [] : [{ field: 'earlierVersions', before: replaces.join(', ') }];
  const content: readonly FieldChange[] = [
    { field: 'size', after: size },
    { field: 'sha256', after: sha256 },
  ];
  return {
    record: 'attachment',
    action: action === 'create' ? 'created' : 'updated',
    ...(id === undefined ? {} : { id }),
    name,
    fields: action === 'create' ? [...content, ...replaced] : replaced,
  };
}

function before(value: JsonValue | undefined): { readonly before?: JsonValue } {
  return value === undefined ? {} : { before: value };
}
