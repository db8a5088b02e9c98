import { applyPlan, type ApplyPlanOptions } from '../apply/apply-plan.js';
import type { PushResult } from '../apply/push-result.js';
import { refuseConflicts } from '../apply/refuse-conflicts.js';
import { verifyBasis } from '../apply/verify-basis.js';
import type { PlanSources } from '../apply/verify-sources.js';
import type { PushRecord } from '../desk/push-record.js';
import type { PushRecorder } from '../desk/push-recorder.js';
import { aboutDocument, aboutPlan } from '../desk/about-push.js';
import type { PushedDocument } from '../desk/pushed-document.js';
import type { QuoteDocument } from '../domain/document.js';
import { cancelled } from '../errors/cancelled.js';
import { QuotebridgeError } from '../errors/quotebridge-error.js';
import type { PlanContext } from '../plan/plan-context.js';
import { verifyDigest } from '../plan/plan-digest.js';
import type { Plan } from '../plan/plan.js';
import { resolveFamily } from '../resolve/resolve-family.js';
import type { PushPurpose } from '../state/history-store.js';
import { withLease } from '../state/lease.js';
import { planUndo } from '../undo/plan-undo.js';
import type { ConnectionParts } from './connection-parts.js';
import { enterResult } from './enter-result.js';
import type {
  ApplyOptions,
  OperationOptions,
  PlanOptions,
  PushOptions,
  UndoOptions,
} from './engine-types.js';
import { signalOf } from './signal-of.js';
import { withAnswersApart } from './with-answers-apart.js';

/** A person who looks at a plan for longer than this may be looking at an old one. */
const freshMilliseconds = 10_000;

type MakePlan = (context: PlanContext, document: QuoteDocument, options: PlanOptions) => Promise<Plan>;

/** What a connection writes, one process at a time per document family, and each push with its entry in the history. */
export class Pushes {
  readonly #parts: ConnectionParts;
  readonly #contextOf: (options: OperationOptions) => PlanContext;
  readonly #recorder: PushRecorder;

  constructor(
    parts: ConnectionParts,
    contextOf: (options: OperationOptions) => PlanContext,
    recorder: PushRecorder,
  ) {
    this.#parts = parts;
    this.#contextOf = contextOf;
    this.#recorder = recorder;
  }

  /** Carries out a plan that was made before, if it still holds. */
  async apply(plan: Plan, options: ApplyOptions): Promise<PushResult> {
    await verifyDigest(plan);
    const { name } = this.#parts;
    if (plan.connection !== name) {
      throw new QuotebridgeError(
        'usage',
        `The plan was made for the connection “${plan.connection}”, not “${name}”.`,
        {
          next: `Apply it with --connection ${plan.connection}.`,
        },
      );
    }
    const { target } = this.#parts.contactManager;
    if (plan.target !== target) {
      throw new QuotebridgeError(
        'usage',
        `The plan was made for ${plan.target ?? 'another tenant'}, and the connection “${name}” leads to ${target ?? 'another one'}.`,
        { next: 'Plan again.' },
      );
    }
    return this.#recorded(aboutPlan(plan, options), options, async (signal, record) => {
      const context = this.#contextOf({ ...options, signal });
      // What planning took was counted when it was planned.
      const spent = { read: 0, write: 0 };
      const { document, openAttachment = noAttachments } = options;
      const counted = { ...plan, requests: { ...plan.requests, spent } };
      const fresh = await verified(context, counted, { document, openAttachment });
      return carryOut(context, fresh, record, { signal, openAttachment });
    });
  }

  /** Makes a plan, has it confirmed where somebody is asked to, and carries it out. */
  async push(
    document: QuoteDocument,
    given: PushOptions,
    make: MakePlan,
    purpose: PushPurpose,
  ): Promise<PushResult> {
    const { name, state } = this.#parts;
    const options = withAnswersApart(given, (error) => this.#recorder.settle(error));
    const family = await resolveFamily(document, options.siblings ?? [], state, name);
    const about = aboutDocument(document, family, options, purpose);
    const files = new Map((options.attachments ?? []).map((file) => [file.location, file.open]));
    const openAttachment = (location: string): AsyncIterable<Uint8Array> =>
      files.get(location)?.() ?? noAttachments(location);
    return this.#confirmed(about, options, openAttachment, (context) => make(context, document, options));
  }

  /** Plans what takes the last push of a document back, has it confirmed, and carries it out. */
  async undo(number: string, given: UndoOptions): Promise<PushResult> {
    const { name, state } = this.#parts;
    const options = withAnswersApart(given, (error) => this.#recorder.settle(error));
    const family = (await state.familyOf(name, number)) ?? number;
    const about = { purpose: 'undo', document: { number, family }, replaces: [], attachments: [] } as const;
    return this.#confirmed(about, options, noAttachments, async (context) => {
      const plan = await planUndo(context, number);
      if (plan.undoes === undefined) this.#refuseUnrecorded(plan);
      return plan;
    });
  }

  /** Of what was never pushed there is nothing to put right, and nothing that could be tried again. */
  #refuseUnrecorded(plan: Plan): void {
    try {
      refuseConflicts(plan);
    } catch (error) {
      this.#recorder.settle(error);
      throw error;
    }
  }

  async #confirmed(
    about: PushedDocument,
    options: UndoOptions,
    openAttachment: ApplyPlanOptions['openAttachment'],
    make: (context: PlanContext) => Promise<Plan>,
  ): Promise<PushResult> {
    const { clock } = this.#parts;
    return this.#recorded(about, options, async (signal, record) => {
      const context = this.#contextOf({ ...options, signal });
      let plan = await make(context);
      record.planned(plan);
      const writes =
        plan.conflicts.length > 0 || plan.operations.some((operation) => operation.action !== 'keep');
      if (writes && options.confirm !== undefined) {
        const asked = clock.now();
        if (!(await options.confirm(plan))) throw cancelled('Nothing was written.');
        if (clock.now() - asked > freshMilliseconds) plan = await verified(context, plan, { openAttachment });
      }
      return carryOut(context, plan, record, { signal, openAttachment });
    });
  }

  /** One at a time, and whatever becomes of it is written down. */
  async #recorded(
    about: PushedDocument,
    options: OperationOptions,
    work: (signal: AbortSignal, record: PushRecord) => Promise<PushResult>,
  ): Promise<PushResult> {
    return this.#exclusively(about.document.family, options, async (signal) => {
      const before = this.#parts.countRequests();
      const record = this.#recorder.start(about);
      try {
        return await enterResult(await work(signal, record), (result) => record.succeeded(result));
      } catch (error) {
        if (this.#recorder.isSettled(error)) throw error;
        const after = this.#parts.countRequests();
        await record.failed(error, { read: after.read - before.read, write: after.write - before.write });
        this.#recorder.settle(error);
        throw error;
      }
    });
  }

  /** The second process finds what the first one wrote. */
  async #exclusively<Result>(
    family: string,
    options: OperationOptions,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    const { name, state, clock, owner } = this.#parts;
    return withLease(
      {
        state,
        clock,
        name: `document:${name}:${family}`,
        owner: `${owner}:${crypto.randomUUID()}`,
        ...signalOf(options),
        onWait: () =>
          options.progress?.({ message: `Waiting for another process that is pushing ${family}` }),
      },
      work,
    );
  }
}

/** Enters the push before its first write, and carries it out. */
async function carryOut(
  context: PlanContext,
  plan: Plan,
  record: PushRecord,
  options: Pick<ApplyPlanOptions, 'signal' | 'openAttachment'>,
): Promise<PushResult> {
  const push = await record.begin(plan);
  return applyPlan(context, plan, { ...options, done: record.done, ...(push === undefined ? {} : { push }) });
}

/** The plan, with the requests that it took to see that it still holds. */
async function verified(context: PlanContext, plan: Plan, sources: PlanSources): Promise<Plan> {
  const before = context.countRequests();
  await verifyBasis(context, plan, sources);
  const after = context.countRequests();
  const { spent } = plan.requests;
  const read = spent.read + after.read - before.read;
  return { ...plan, requests: { ...plan.requests, spent: { ...spent, read } } };
}

function noAttachments(location: string): never {
  throw new QuotebridgeError('plan.stale', `The file ${location} of the plan cannot be read.`, {
    next: 'Put it back, or plan again.',
  });
}
