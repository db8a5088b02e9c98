import { isoMoment } from '@quotebridge/command-line/terminal';
import type { StoredIssue } from '@quotebridge/core';

/** An issue as programs see it: moments are ISO 8601 in UTC. */
export type IssueJson = Omit<StoredIssue, 'firstSeen' | 'lastSeen' | 'dismissedAt'> & {
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly dismissedAt?: string;
};

export function issueJson({ firstSeen, lastSeen, dismissedAt, ...issue }: StoredIssue): IssueJson {
  return {
    ...issue,
    firstSeen: isoMoment(firstSeen),
    lastSeen: isoMoment(lastSeen),
    ...(dismissedAt === undefined ? {} : { dismissedAt: isoMoment(dismissedAt) }),
  };
}
