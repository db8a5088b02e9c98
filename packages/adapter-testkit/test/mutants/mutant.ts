import type {
  AttachmentPort,
  ClientPort,
  ContactManager,
  ItemPort,
  OpportunityPort,
  QuotePort,
} from '@quotebridge/core/plugin';
import type { ConformanceSubject, MemoryOptions } from '../../src/index.js';

/** The in-memory adapter with every port and method. */
export type WholeAdapter = Required<ContactManager> & {
  readonly clients: Required<ClientPort>;
  readonly opportunities: Required<OpportunityPort>;
  readonly quotes: Required<QuotePort>;
  readonly items: Required<ItemPort>;
  readonly attachments: Required<AttachmentPort>;
};

/** The in-memory adapter with one mistake in it, and the checks that must notice. */
export interface Mutant {
  readonly mistake: string;
  readonly fails: readonly string[];
  readonly habits?: MemoryOptions;
  /** Ports that take the place of the right ones. */
  readonly mutate?: (right: WholeAdapter, subject: ConformanceSubject) => Partial<ContactManager>;
}

export function mutated(subject: ConformanceSubject, { mutate }: Mutant): ConformanceSubject {
  const right = subject.contactManager as WholeAdapter;
  return { ...subject, contactManager: { ...right, ...mutate?.(right, subject) } };
}
