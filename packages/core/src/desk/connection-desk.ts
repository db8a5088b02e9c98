import { isQuotebridgeError, QuotebridgeError } from '../errors/quotebridge-error.js';
import type { RequestCount } from '../http/request-count.js';
import type { HistoryEntry } from '../state/history-store.js';
import type { StoredIssue } from '../state/issue-store.js';
import { issueId } from './issue-id.js';
import type { IssueDesk, IssueListQuery, WatchedDocument } from './issue-desk.js';
import type { PushRecorder, RecorderParts } from './push-recorder.js';
import { retriesOf, type Retries } from './retries.js';

/** The desk of one connection, over its state. */
export class ConnectionDesk implements IssueDesk {
  readonly #parts: RecorderParts;
  readonly #recorder: PushRecorder;
  readonly #countRequests: () => RequestCount;

  constructor(parts: RecorderParts, recorder: PushRecorder, countRequests: () => RequestCount) {
    this.#parts = parts;
    this.#recorder = recorder;
    this.#countRequests = countRequests;
  }

  async list({ documents, dismissed = false }: IssueListQuery = {}): Promise<readonly StoredIssue[]> {
    await this.#takeUpAbandoned();
    const { state, name } = this.#parts;
    const issues = await state.issues.list(name, documents === undefined ? {} : { documents });
    return dismissed ? issues : issues.filter(({ dismissedAt }) => dismissedAt === undefined);
  }

  async get(id: string): Promise<StoredIssue> {
    return only(await this.list({ dismissed: true }), id);
  }

  async dismiss(ids: readonly string[]): Promise<readonly StoredIssue[]> {
    const all = await this.list({ dismissed: true });
    const issues = ids.map((id) => only(all, id));
    const { state, name, clock } = this.#parts;
    await state.issues.dismiss(
      name,
      issues.map(({ id }) => id),
      clock.now(),
    );
    return issues;
  }

  async retries(ids: readonly string[] | 'all'): Promise<Retries> {
    if (ids === 'all') return retriesOf(await this.list());
    const all = await this.list({ dismissed: true });
    return retriesOf(ids.map((id) => only(all, id)));
  }

  async watch<Result>(watched: WatchedDocument, work: () => Promise<Result>): Promise<Result> {
    const { number, type, purpose = 'push', source } = watched;
    const before = this.#countRequests();
    const record = this.#recorder.start({
      purpose,
      document: { number, family: number, ...(type === undefined ? {} : { type }) },
      replaces: [],
      attachments: [],
      ...(source === undefined ? {} : { source }),
    });
    try {
      return await work();
    } catch (error) {
      if (this.#recorder.isSettled(error) || isQuotebridgeError(error, 'cancelled')) throw error;
      const after = this.#countRequests();
      await record.failed(error, { read: after.read - before.read, write: after.write - before.write });
      this.#recorder.settle(error);
      throw error;
    }
  }

  /** A process that was ended in the middle of a push could not say so. */
  async #takeUpAbandoned(): Promise<void> {
    const { state, name, clock } = this.#parts;
    for (const entry of await state.history.abandoned(name)) {
      const [last] = await state.history.list(name, { documents: [entry.document.number], limit: 1 });
      const issue = last?.id === entry.id ? await interrupted(entry) : undefined;
      if (issue !== undefined) await state.issues.settle(name, { seen: [issue], over: [], at: entry.lastAt });
      await state.history.end(name, entry.id, {
        outcome: 'interrupted',
        endedAt: clock.now(),
        requests: entry.requests,
        issues: issue === undefined ? [] : [issue.id],
      });
    }
  }
}

async function interrupted({
  purpose,
  document,
  source,
}: HistoryEntry): Promise<Omit<StoredIssue, 'firstSeen' | 'lastSeen' | 'times'>> {
  const { number, family, type } = document;
  return {
    id: await issueId([number, purpose, 'interrupted']),
    level: 'error',
    stage: 'apply',
    purpose,
    document: { number, family, ...(type === undefined ? {} : { type }) },
    about: 'document',
    code: 'cancelled',
    message: 'The push was cut off in the middle: its process ended before it could finish.',
    next: 'Push it again: what was written is found, and only the rest is done.',
    ...(source === undefined ? {} : { source }),
  };
}

/** The one issue that an id or the beginning of one means. */
function only(issues: readonly StoredIssue[], id: string): StoredIssue {
  const wanted = id.trim().toLowerCase();
  const found = wanted === '' ? [] : issues.filter((issue) => issue.id.startsWith(wanted));
  const [issue, ...more] = found;
  if (issue !== undefined && more.length === 0) return issue;
  const message =
    issue === undefined
      ? `There is no issue “${id}”: it may be settled already.`
      : `“${id}” is the beginning of ${found.length} issues: ${found.map((one) => one.id).join(', ')}.`;
  throw new QuotebridgeError('usage', message, {
    next: 'List them with: quotebridge issues list --dismissed',
  });
}
