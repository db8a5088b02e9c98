import type { ContactManager } from '@quotebridge/core/plugin';
import type { ConformanceSubject, MemoryOptions } from '../../src/index.js';

/** The in-memory adapter with one mistake in it, and the checks that must notice. */
export interface Mutant {
  readonly mistake: string;
  readonly fails: readonly string[];
  readonly habits?: MemoryOptions;
  /** Ports that take the place of the right ones. */
  readonly mutate?: (right: Required<ContactManager>, subject: ConformanceSubject) => Partial<ContactManager>;
}

export function mutated(subject: ConformanceSubject, { mutate }: Mutant): ConformanceSubject {
  const right = subject.contactManager as Required<ContactManager>;
  return { ...subject, contactManager: { ...right, ...mutate?.(right, subject) } };
}
