import type {
  AttachmentOperation,
  CompletionOperation,
  ContactOperation,
  ItemOperation,
  ItemUpdateOperation,
  Operation,
} from '../plan/operation.js';
import type { Plan } from '../plan/plan.js';
import { lineSubjects, recordSubject } from './record-subjects.js';
import { valuesOf, type Subject } from './subject.js';

/** Everything in a plan that can be explained, in its order; then the lines of the document that are left out. */
export function planSubjects(plan: Plan): readonly Subject[] {
  const leftOut = plan.leftOut ?? [];
  return [
    ...plan.operations.flatMap((operation) => subjectsOf(operation, plan)),
    ...leftOut.map(({ key, label, reason }): Subject => {
      const names = [`document.lines.${key}`, `quote.lines.${key}`] as const;
      return { names, label: `line “${label}” of the document`, action: 'leftOut', reason };
    }),
  ];
}

function subjectsOf(operation: Operation, plan: Plan): readonly Subject[] {
  switch (operation.kind) {
    case 'item':
    case 'itemUpdate':
      return [itemSubject(operation)];
    case 'contact':
      return [contactSubject(operation)];
    case 'opportunity':
      return [recordSubject(operation, plan)];
    case 'quote':
      return [recordSubject(operation, plan), ...lineSubjects(operation.lines, plan)];
    case 'attachment':
      return [attachmentSubject(operation)];
    case 'completion':
      return [completionSubject(operation)];
    case 'removal': {
      const { object, id, name, action, reason } = operation;
      return [{ names: [`removal.${object}`], label: `${object} ${id} “${name}”`, action, reason }];
    }
    case 'reopening': {
      const { id, outcome, action, reason } = operation;
      return [{ names: ['reopening'], label: `opportunity ${id}, closed as ${outcome}`, action, reason }];
    }
  }
}

function itemSubject(operation: ItemOperation | ItemUpdateOperation): Subject {
  const { action, reasons } = operation;
  const isNew = operation.kind === 'item';
  const { number, name } = isNew ? operation.item : operation;
  const wanted = valuesOf(isNew ? operation.item : operation.wanted);
  return {
    names: [`items.${number}`],
    label: `product ${number} “${name}”`,
    action,
    wanted,
    written: Object.keys(wanted),
    before: valuesOf(isNew ? undefined : operation.before),
    reasons,
  };
}

/** What DataLink writes stands under `linked` in every record. */
function contactSubject(operation: ContactOperation): Subject {
  const { object, id, name, action, image, wanted, before, kept = [], reasons } = operation;
  const kind = object === 'clients' ? 'client' : 'user';
  return {
    names: [kind],
    label: `${kind} ${id} “${name}”`,
    action,
    wanted: valuesOf({ linked: image }),
    written: Object.keys(valuesOf({ linked: wanted })),
    before: valuesOf({ linked: before }),
    kept: kept.map((field) => ({ ...field, field: `linked.${field.field}` })),
    reasons: Object.fromEntries(
      Object.entries(reasons).map(([field, reason]) => [`linked.${field}`, reason]),
    ),
    record: object,
  };
}

function attachmentSubject(operation: AttachmentOperation): Subject {
  const { name, action, size, mediaType, sha256, location } = operation;
  const wanted = { name, mediaType, size, sha256, location };
  return {
    names: [`attachments.${name}`],
    label: `file ${name}`,
    action,
    reason: {
      from: 'match',
      at: operation.marker,
      text:
        action === 'create'
          ? 'no file of the document in the PSA has this content'
          : 'a file with this content is in the PSA already',
    },
    wanted,
    written: action === 'create' ? Object.keys(wanted) : [],
  };
}

function completionSubject({ action, outcome, on, reason, before }: CompletionOperation): Subject {
  const wanted = { outcome, on };
  return {
    names: ['completion'],
    label: `completion as ${outcome}`,
    action,
    reason,
    wanted,
    written: action === 'update' ? Object.keys(wanted) : [],
    before: valuesOf(before),
  };
}
