import { applyPlan } from '../apply/apply-plan.js';
import type { PushResult } from '../apply/push-result.js';
import { verifyBasis } from '../apply/verify-basis.js';
import type { QuoteDocument } from '../domain/document.js';
import { cancelled } from '../errors/cancelled.js';
import { QuotebridgeError } from '../errors/quotebridge-error.js';
import type { PlanContext } from '../plan/plan-context.js';
import type { Plan } from '../plan/plan.js';
import { resolveFamily } from '../resolve/resolve-family.js';
import { withLease } from '../state/lease.js';
import type { ConnectionParts } from './connection-parts.js';
import type { ApplyOptions, OperationOptions, PlanOptions, PushOptions } from './engine-types.js';
import { signalOf } from './signal-of.js';

/** A person who looks at a plan for longer than this may be looking at an old one. */
const freshMilliseconds = 10_000;

type MakePlan = (context: PlanContext, document: QuoteDocument, options: PlanOptions) => Promise<Plan>;

/** What a connection writes, one process at a time per document family. */
export class Pushes {
  readonly #parts: ConnectionParts;
  readonly #contextOf: (options: OperationOptions) => PlanContext;

  constructor(parts: ConnectionParts, contextOf: (options: OperationOptions) => PlanContext) {
    this.#parts = parts;
    this.#contextOf = contextOf;
  }

  /** Carries out a plan that was made before, if it still holds. */
  async apply(plan: Plan, options: ApplyOptions): Promise<PushResult> {
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
    return this.#exclusively(plan.document.family, options, async (signal) => {
      const context = this.#contextOf({ ...options, signal });
      // What planning took was counted when it was planned.
      const spent = { read: 0, write: 0 };
      const fresh = await verified(context, { ...plan, requests: { ...plan.requests, spent } });
      return applyPlan(context, fresh, { signal, openAttachment: options.openAttachment ?? noAttachments });
    });
  }

  /** Makes a plan, has it confirmed where somebody is asked to, and carries it out. */
  async push(document: QuoteDocument, options: PushOptions, make: MakePlan): Promise<PushResult> {
    const { name, state, clock } = this.#parts;
    const family = await resolveFamily(document, options.siblings ?? [], state, name);
    return this.#exclusively(family, options, async (signal) => {
      const context = this.#contextOf({ ...options, signal });
      let plan = await make(context, document, options);
      const writes =
        plan.conflicts.length > 0 || plan.operations.some((operation) => operation.action !== 'keep');
      if (writes && options.confirm !== undefined) {
        const asked = clock.now();
        if (!(await options.confirm(plan))) throw cancelled('Nothing was written.');
        if (clock.now() - asked > freshMilliseconds) plan = await verified(context, plan);
      }
      const files = new Map((options.attachments ?? []).map((file) => [file.location, file.open]));
      return applyPlan(context, plan, {
        signal,
        openAttachment: (location) => files.get(location)?.() ?? noAttachments(location),
      });
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

/** The plan, with the requests that it took to see that it still holds. */
async function verified(context: PlanContext, plan: Plan): Promise<Plan> {
  const before = context.countRequests();
  await verifyBasis(context, plan);
  const after = context.countRequests();
  const { spent, expected } = plan.requests;
  const read = spent.read + after.read - before.read;
  return { ...plan, requests: { expected, spent: { ...spent, read } } };
}

function noAttachments(location: string): never {
  throw new QuotebridgeError('plan.stale', `The file ${location} of the plan cannot be read.`, {
    next: 'Put it back, or plan again.',
  });
}
