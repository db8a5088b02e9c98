import { DoneSoFar } from '../apply/done-so-far.js';
import type { PushResult } from '../apply/push-result.js';
import { isQuotebridgeError } from '../errors/quotebridge-error.js';
import { changesOfPlan } from '../history/changes-of-plan.js';
import { doneChanges } from '../history/done-changes.js';
import type { RequestCount } from '../http/request-count.js';
import type { Plan } from '../plan/plan.js';
import type { HistoryEnd, NewHistoryEntry } from '../state/history-store.js';
import type { IssueStage } from '../state/issue-store.js';
import { faultsOfError } from './faults-of-error.js';
import { faultsOfResult } from './faults-of-result.js';
import type { Fault } from './fault.js';
import type { PushedDocument } from './pushed-document.js';
import type { RecorderParts } from './push-recorder.js';
import { settleIssues } from './settle-issues.js';

/** One push on its way into the history and, as far as it does not go through, to the desk. */
export class PushRecord {
  /** What it has written, filled while the plan is carried out. */
  readonly done = new DoneSoFar();
  readonly #parts: RecorderParts;
  readonly #about: PushedDocument;
  readonly #startedAt: number;
  #plan: Plan | undefined;
  /** Entry of the history; undefined: nothing is going to be written, or it is not known yet. */
  #id: string | undefined;

  constructor(parts: RecorderParts, about: PushedDocument) {
    this.#parts = parts;
    this.#about = about;
    this.#startedAt = parts.clock.now();
  }

  /** Looks at the plan; what is wrong with it comes as an error later. */
  planned(plan: Plan): void {
    this.#plan = plan;
  }

  /** Enters the push before its first write. Answers the id of the entry; undefined: there is nothing to be written. */
  async begin(plan: Plan): Promise<string | undefined> {
    this.#plan = plan;
    if (plan.conflicts.length > 0 || plan.operations.every(({ action }) => action === 'keep'))
      return undefined;
    this.#id = await this.#parts.state.history.begin(this.#parts.name, this.#entry(changesOfPlan(plan)));
    return this.#id;
  }

  async succeeded(result: PushResult): Promise<void> {
    const issues = await this.#settle(faultsOfResult(result));
    const { status, requests, proof } = result;
    const entry = {
      outcome: status,
      requests,
      issues,
      ...(proof === undefined ? {} : { proof: proof.verdict }),
    };
    await this.#end(entry, issues.length === 0 ? status : undefined);
  }

  /** A failure of its own must not hide the one that it is to write down. */
  async failed(error: unknown, requests: RequestCount): Promise<void> {
    try {
      if (this.#id === undefined && isNothing(error, this.#about)) return;
      const stage = this.#stageOf(error);
      const attachment = this.#attachment();
      const faults = faultsOfError(error, {
        stage,
        about: this.done.during === '' ? 'document' : this.done.during.replace(/^the /, ''),
        ...(attachment === undefined ? {} : { attachment }),
        attachments: this.#about.attachments,
        ...(this.#about.lines === undefined ? {} : { lines: this.#about.lines }),
      });
      const warnings = (this.#plan?.warnings ?? []).map(
        (warning) => ({ level: 'warning', ...warning }) as const,
      );
      const issues = await this.#settle([...faults, ...faultsOfResult({ issues: warnings })], stage);
      const [{ code, message } = { code: 'internal', message: '' } as const] = faults;
      const text = faults.length > 1 && isQuotebridgeError(error) ? error.message : message;
      const end = { outcome: 'failed', requests, issues, error: { code, message: text } } as const;
      await this.#end(end, `${code} ${text}`);
    } catch (fault) {
      const text = fault instanceof Error ? fault.message : String(fault);
      this.#parts.logger.warn('push not entered into the history', { fault: text });
    }
  }

  async #end(end: Omit<HistoryEnd, 'endedAt'>, fold: string | undefined): Promise<void> {
    const { state, name, clock, actor } = this.#parts;
    const { purpose } = this.#about;
    const ended = { ...end, endedAt: clock.now() };
    if (this.#id === undefined) {
      const key = fold === undefined ? undefined : [purpose, actor, fold].join('\n');
      await state.history.add(name, this.#entry([]), ended, key);
      return;
    }
    const planned = this.#plan === undefined ? [] : changesOfPlan(this.#plan);
    const changes = doneChanges(planned, this.done.written);
    await state.history.end(name, this.#id, { ...ended, changes });
  }

  #settle(faults: readonly Fault[], failedIn?: IssueStage): Promise<readonly string[]> {
    const { state, name, clock } = this.#parts;
    const plan = this.#plan;
    const planned = plan !== undefined && (plan.conflicts.length === 0 || plan.operations.length > 0);
    return settleIssues({ issues: state.issues, connection: name, at: clock.now() }, this.#about, faults, {
      planned,
      ...(failedIn === undefined ? {} : { failedIn }),
    });
  }

  #stageOf(error: unknown): IssueStage {
    if (isQuotebridgeError(error, 'document.invalid')) return 'read';
    return this.done.during === '' ? 'plan' : 'apply';
  }

  /** The file that was on its way when it failed. */
  #attachment(): string | undefined {
    if (this.done.during !== 'the attachments') return undefined;
    const sent = new Set(this.done.written.map(({ name }) => name));
    return this.#plan?.operations
      .filter((operation) => operation.kind === 'attachment' && operation.action !== 'keep')
      .map((operation) => (operation.kind === 'attachment' ? operation.name : ''))
      .find((name) => !sent.has(name));
  }

  #entry(changes: NewHistoryEntry['changes']): NewHistoryEntry {
    const { purpose, stored, document, source } = this.#about;
    const { actor, owner } = this.#parts;
    return {
      startedAt: this.#startedAt,
      actor,
      process: owner,
      purpose,
      ...(stored === undefined ? {} : { stored }),
      document,
      changes,
      ...(source === undefined ? {} : { source }),
    };
  }
}

/** Who stops a push before it writes has nothing to come back to, nor has who asks to take back what was never pushed. */
function isNothing(error: unknown, { purpose }: PushedDocument): boolean {
  return isQuotebridgeError(error, 'cancelled') || (purpose === 'undo' && isQuotebridgeError(error, 'usage'));
}
