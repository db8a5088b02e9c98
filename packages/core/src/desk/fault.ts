import type { SeenIssue } from '../state/issue-store.js';

/** One thing of a push that did not go through, or that needs a person: what an issue says of itself. */
export type Fault = Omit<SeenIssue, 'id' | 'purpose' | 'document' | 'source'>;
