import type { JsonValue } from '../base/json.js';
import { callOptions, type PlanContext } from '../plan/plan-context.js';
import type { FamilyMemory } from '../plan/family-memory.js';
import type { ContactOperation } from '../plan/operation.js';
import { ownershipTable } from '../plan/ownership.js';
import type { Conflict, PlanWarning } from '../plan/plan.js';
import type { People } from '../resolve/resolve-people.js';
import type { DocumentLinks } from './link-document.js';
import { linkedReason, type LinkedValues } from './linked-values.js';
import { mergeLinked } from './merge-linked.js';

export interface PlannedContacts {
  readonly operations: readonly ContactOperation[];
  readonly conflicts: readonly Conflict[];
  readonly warnings: readonly PlanWarning[];
}

/** What DataLink writes into the client and the user of a document. One that gets nothing is not read. */
export async function planContacts(
  context: PlanContext,
  links: DocumentLinks,
  people: People,
  memory: FamilyMemory,
): Promise<PlannedContacts> {
  const planned: PlannedContacts[] = [];
  for (const [object, kind, id] of [
    ['clients', 'client', people.clientId],
    ['users', 'user', people.userId],
  ] as const) {
    const fields = Object.keys(links[object].values);
    if (fields.length === 0) continue;
    if (id === undefined) {
      const message = `The document has no ${kind} in the PSA to write ${fields.join(', ')} into (DataLink).`;
      planned.push({ operations: [], conflicts: [], warnings: [{ about: object, message }] });
      continue;
    }
    const name = people.matches.find((match) => match.kind === kind)?.name ?? id;
    const binding = memory[kind]?.recordId === id ? memory[kind] : undefined;
    planned.push(await planContact(context, { object, id, name }, links[object], binding?.image));
  }
  return {
    operations: planned.flatMap(({ operations }) => operations),
    conflicts: planned.flatMap(({ conflicts }) => conflicts),
    warnings: planned.flatMap(({ warnings }) => warnings),
  };
}

async function planContact(
  context: PlanContext,
  contact: Pick<ContactOperation, 'object' | 'id' | 'name'>,
  { values, reasons }: LinkedValues,
  image: Parameters<typeof mergeLinked>[2],
): Promise<PlannedContacts> {
  const { object, id, name } = contact;
  const current = await context.contactManager.fields?.read(
    object,
    id,
    Object.keys(values),
    callOptions(context),
  );
  if (current === undefined) {
    const conflict: Conflict = {
      about: object === 'clients' ? 'client' : 'user',
      message: `“${name}” is no longer in the PSA, so DataLink cannot write its fields.`,
      next: 'Correct the sold-to address of the document.',
      candidates: [],
    };
    return { operations: [], conflicts: [conflict], warnings: [] };
  }
  const merged = mergeLinked(values, current, image, ownershipTable(context.policy)[object]);
  const changed = Object.keys(merged.write).length > 0;
  const operation: ContactOperation = {
    kind: 'contact',
    action: changed ? 'update' : 'keep',
    ...contact,
    wanted: merged.write,
    before: merged.before,
    reasons: Object.fromEntries(
      Object.keys(values).flatMap((field) => {
        const reason = reasons[linkedReason(field)];
        return reason === undefined ? [] : [[field, reason] as const];
      }),
    ),
    ...(merged.kept.length === 0 ? {} : { kept: merged.kept }),
    image: values,
  };
  const warnings = merged.kept.flatMap(({ field, theirs, ownership }) =>
    ownership === 'theirs'
      ? []
      : [
          {
            about: object,
            message: `${field} of “${name}” was changed in the PSA and stays as it is there (${textOf(theirs).slice(0, 80)}).`,
          },
        ],
  );
  return { operations: [operation], conflicts: [], warnings };
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
