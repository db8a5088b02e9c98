import type { IssueStage, IssueStore, SeenIssue } from '../state/issue-store.js';
import type { Fault } from './fault.js';
import { issueId } from './issue-id.js';
import { issuesOver } from './issues-over.js';
import type { PushedDocument } from './pushed-document.js';

/**
 * Brings the desk up to date after one push: what it found is counted, what it has settled is gone. Answers the ids of the
 * issues that it found.
 */
export async function settleIssues(
  {
    issues,
    connection,
    at,
  }: { readonly issues: IssueStore; readonly connection: string; readonly at: number },
  about: PushedDocument,
  faults: readonly Fault[],
  progress: { readonly planned: boolean; readonly failedIn?: IssueStage },
): Promise<readonly string[]> {
  const { purpose, document, attachments, replaces } = about;
  const seen = await seenIssues(about, faults);
  const numbers = [document.number, ...replaces];
  const before = await issues.list(connection, { documents: numbers });
  const ids = seen.map(({ id }) => id);
  const over = issuesOver(before, { purpose, numbers, attachments, ...progress })
    .map(({ id }) => id)
    .filter((id) => !ids.includes(id));
  if (seen.length + over.length > 0) await issues.settle(connection, { seen, over, at });
  return ids;
}

/** Faults that are alike in one push are one issue. */
async function seenIssues(
  { purpose, document, source }: PushedDocument,
  faults: readonly Fault[],
): Promise<readonly SeenIssue[]> {
  const { number, family, type } = document;
  const seen = new Map<string, SeenIssue>();
  for (const fault of faults) {
    const id = await issueId([number, purpose, ...words(fault)]);
    seen.set(id, {
      id,
      ...fault,
      purpose,
      document: { number, family, ...(type === undefined ? {} : { type }) },
      ...(source === undefined ? {} : { source }),
    });
  }
  return [...seen.values()];
}

/** Messages about requests and money hold figures that are others each time; those of questions name what is asked. */
function words({ code, stage, about, line = '', attachment = '', message, level }: Fault): readonly string[] {
  const asked = code === 'plan.conflict' || level === 'warning';
  return [code, stage, about, line, attachment, asked ? message : ''];
}
