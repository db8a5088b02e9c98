import { issueStages, type IssueStage, type StoredIssue } from '../state/issue-store.js';
import type { PushPurpose } from '../state/history-store.js';

/** How far a push got, for the issues that its document had before. */
export interface Progress {
  readonly purpose: PushPurpose;
  /** Number of the document, and of those that it replaces. */
  readonly numbers: readonly string[];
  /** Names of the files that were to be attached. */
  readonly attachments: readonly string[];
  /** The stage that it failed in; undefined: it got to its end. */
  readonly failedIn?: IssueStage;
  /** Whether every question about the plan was looked at. */
  readonly planned: boolean;
}

/**
 * Issues that are over because of a push, whatever it has found itself: those of the stages that it has left behind, and
 * those of the stage that it failed in unless they are questions that it did not come to. A fault of a file is only over
 * when that file was there.
 */
export function issuesOver(issues: readonly StoredIssue[], progress: Progress): readonly StoredIssue[] {
  const { purpose, numbers, attachments, failedIn } = progress;
  return issues.filter((issue) => {
    if (!numbers.includes(issue.document.number)) return false;
    if (issue.attachment !== undefined && !attachments.includes(issue.attachment)) return false;
    // Attaching files says nothing about the document; taking a push back settles what it had left.
    if (purpose === 'attach' && issue.purpose !== 'attach' && issue.attachment === undefined) return false;
    if (purpose === 'push' && issue.purpose === 'attach' && issue.attachment === undefined) return false;
    if (failedIn === undefined) return true;
    const distance = issueStages.indexOf(issue.stage) - issueStages.indexOf(failedIn);
    if (distance > 0) return false;
    if (issue.stage === 'plan') return progress.planned || isFailure(issue);
    return true;
  });
}

/** Of one failure there is one at a time: the next push says whether the cause is still there. */
function isFailure({ code, level }: StoredIssue): boolean {
  return level === 'error' && code !== 'plan.conflict';
}
