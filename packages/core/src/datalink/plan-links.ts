import type { QuoteDocument } from '../domain/document.js';
import type { FamilyMemory } from '../plan/family-memory.js';
import type { PlanContext } from '../plan/plan-context.js';
import type { People } from '../resolve/resolve-people.js';
import type { SelectedLine } from '../select/selected-line.js';
import { compileRows } from './compile-rows.js';
import { linkDocument, type DocumentLinks } from './link-document.js';
import { planContacts, type PlannedContacts } from './plan-contacts.js';

export interface PlannedLinks {
  /** What goes into opportunity, quote and lines. */
  readonly links: DocumentLinks;
  readonly contacts: PlannedContacts;
  readonly conflicts: PlannedContacts['conflicts'];
}

/** DataLink's part of a plan: its rows are checked, run over the document, and compared with client and user. */
export async function planLinks(
  context: PlanContext,
  document: QuoteDocument,
  lines: readonly SelectedLine[],
  people: People,
  memory: FamilyMemory,
): Promise<PlannedLinks> {
  const { rules, conflicts } = await compileRows(
    context.contactManager,
    context,
    document,
    context.readFields,
  );
  const links = linkDocument(rules, document, lines, context.rules.places);
  const contacts = await planContacts(context, links, people, memory);
  return { links, contacts, conflicts: [...conflicts, ...links.conflicts, ...contacts.conflicts] };
}
