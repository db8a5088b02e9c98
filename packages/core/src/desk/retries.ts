import type { DocumentType } from '../domain/document.js';
import type { StoredIssue } from '../state/issue-store.js';
import type { PushSource } from '../state/push-source.js';

/** One push that would settle the issues of a document. */
export interface Retry {
  readonly purpose: 'push' | 'attach';
  readonly document: { readonly number: string; readonly type?: DocumentType };
  readonly source: PushSource;
  readonly issues: readonly StoredIssue[];
}

export interface Retries {
  /** In the order in which their documents failed first. */
  readonly pushes: readonly Retry[];
  /** Issues that no push from here can settle. */
  readonly byHand: readonly { readonly issue: StoredIssue; readonly next: string }[];
}

/** The pushes that issues ask for, one for each document. */
export function retriesOf(issues: readonly StoredIssue[]): Retries {
  const oldestFirst = [...issues].sort((one, other) => one.firstSeen - other.firstSeen);
  const byDocument = new Map<string, StoredIssue[]>();
  const byHand: { issue: StoredIssue; next: string }[] = [];
  for (const issue of oldestFirst) {
    const next = whyByHand(issue);
    if (next !== undefined) byHand.push({ issue, next });
    else byDocument.set(issue.document.number, [...(byDocument.get(issue.document.number) ?? []), issue]);
  }
  return { pushes: [...byDocument.values()].map(retryOf), byHand };
}

function whyByHand({ purpose, document, source }: StoredIssue): string | undefined {
  if (purpose === 'undo') return `Take the push back again with: quotebridge undo --doc ${document.number}`;
  if (document.number === '') return 'Give the document a number in the quoting tool and export it again.';
  if (source === undefined)
    return `It is not known which file ${document.number} stands in: push it again from there.`;
  return undefined;
}

/** As it was pushed last. Files that were attached separately go with the document: those that are there stay as they are. */
function retryOf(issues: readonly StoredIssue[]): Retry {
  const newest = [...issues].sort((one, other) => other.lastSeen - one.lastSeen);
  const pushed = newest.find(({ purpose }) => purpose === 'push');
  const { source, document } = pushed ?? newest[0] ?? {};
  const attach = [...new Set(issues.flatMap((issue) => issue.source?.attach ?? []))];
  const { number = '', type } = document ?? {};
  return {
    purpose: pushed === undefined ? 'attach' : 'push',
    document: { number, ...(type === undefined ? {} : { type }) },
    source: { file: '', ...source, ...(attach.length === 0 ? {} : { attach }) },
    issues,
  };
}
