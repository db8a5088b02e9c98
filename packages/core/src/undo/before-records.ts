import type {
  ContactOperation,
  ItemOperation,
  ItemUpdateOperation,
  LineOperation,
  OpportunityOperation,
  QuoteOperation,
} from '../plan/operation.js';
import type { Plan } from '../plan/plan.js';
import type {
  BeforeContact,
  BeforeFields,
  BeforeItem,
  BeforeLine,
  BeforeQuote,
  BeforeRecord,
  ChangedFields,
  FieldImage,
} from '../state/before-image-store.js';

/** What a push is about to change, record by record. What it keeps is not among it. */
export function beforeRecords({
  operations,
  basis,
}: Pick<Plan, 'operations' | 'basis'>): readonly BeforeRecord[] {
  return operations.flatMap((operation): readonly BeforeRecord[] => {
    if (operation.action === 'keep') return [];
    switch (operation.kind) {
      case 'item':
        return [createdItem(operation)];
      case 'itemUpdate':
        return [changedItem(operation)];
      case 'contact':
        return [contact(operation)];
      case 'opportunity':
        return [{ kind: 'opportunity', ...changes(operation), ...unmarked(operation, basis) }];
      case 'quote':
        return [quote(operation)];
      case 'attachment': {
        const { marker, name, action, replaces = [] } = operation;
        return [{ kind: 'attachment', marker, name, created: action === 'create', replaced: replaces }];
      }
      case 'completion': {
        const { outcome, before } = operation;
        return [{ kind: 'completion', outcome, ...(before === undefined ? {} : { before }) }];
      }
      case 'removal':
      case 'reopening':
        return [];
    }
  });
}

/** Whether the push put its marker on an opportunity that had none of ours. */
function unmarked(
  { action, id, marker }: OpportunityOperation,
  basis: Plan['basis'],
): Pick<BeforeFields, 'unmarked'> {
  const seen = basis.find((record) => record.kind === 'opportunity' && record.id === id)?.seen;
  return action === 'update' && seen !== undefined && seen.marker !== marker ? { unmarked: true } : {};
}

function createdItem({ item }: ItemOperation): BeforeItem {
  const { number, name } = item;
  return { kind: 'item', created: true, number, name, before: {}, wrote: plain(item) };
}

function changedItem({ id, number, name, before, wanted }: ItemUpdateOperation): BeforeItem {
  return {
    kind: 'item',
    created: false,
    id,
    number,
    name,
    before: plain(before),
    wrote: plain(wanted),
  };
}

function contact({ object, id, name, before, wanted }: ContactOperation): BeforeContact {
  return { kind: 'contact', created: false, object, id, name, before: { ...before }, wrote: { ...wanted } };
}

function quote(operation: QuoteOperation): BeforeQuote {
  const lines = operation.lines.flatMap((line) => lineBefore(line) ?? []);
  return { kind: 'quote', ...changes(operation), lines };
}

function lineBefore(line: LineOperation): BeforeLine | undefined {
  const { action, key, label, id, wanted = {}, before = {}, removed } = line;
  const base = { key, label, ...(id === undefined ? {} : { id }) };
  if (action === 'create') return { ...base, created: true, before: {}, wrote: plain(wanted) };
  if (action === 'remove')
    return { ...base, created: false, before: {}, wrote: {}, ...(removed === undefined ? {} : { removed }) };
  if (action !== 'update') return undefined;
  const fields = Object.keys(before);
  const wrote = plain(Object.fromEntries(Object.entries(wanted).filter(([field]) => fields.includes(field))));
  return { ...base, created: false, before: plain(before), wrote };
}

function changes(operation: {
  readonly action: string;
  readonly id?: string;
  readonly before: object;
  readonly wanted: object;
}): ChangedFields {
  const { action, id, before, wanted } = operation;
  return {
    created: action === 'create',
    ...(id === undefined ? {} : { id }),
    before: plain(before),
    wrote: plain(wanted),
  };
}

function plain(fields: object): FieldImage {
  return JSON.parse(JSON.stringify(fields)) as FieldImage;
}
