import type { Clock } from '../base/clock.js';
import type { JsonObject } from '../base/json.js';
import type { Logger } from '../base/logger.js';
import { applyPlan } from '../apply/apply-plan.js';
import type { PushResult } from '../apply/push-result.js';
import { refuseConflicts } from '../apply/refuse-conflicts.js';
import { verifyBasis } from '../apply/verify-basis.js';
import type { CheckReport } from '../contract/check-report.js';
import type { ContactManager } from '../contract/contact-manager.js';
import type { DataLinkObject, FieldDescription } from '../contract/field-port.js';
import type { Item, LookupEntry } from '../contract/records.js';
import { compileRows } from '../datalink/compile-rows.js';
import { contactFields, type ContactChoice, type ContactFields } from '../datalink/contact-fields.js';
import type { FieldReader } from '../datalink/field-reader.js';
import type { DocumentLine } from '../domain/document-line.js';
import type { QuoteDocument } from '../domain/document.js';
import { cancelled } from '../errors/cancelled.js';
import { isQuotebridgeError, QuotebridgeError } from '../errors/quotebridge-error.js';
import type { RequestCount } from '../http/request-count.js';
import { existingOpportunities } from '../plan/existing-opportunities.js';
import { makePlan } from '../plan/make-plan.js';
import { planAttachOnly } from '../plan/plan-attach-only.js';
import type { PlanContext } from '../plan/plan-context.js';
import type { Conflict, Plan } from '../plan/plan.js';
import { lookupsNamed } from '../resolve/lookup-faults.js';
import type { LookupReader } from '../resolve/lookup-reader.js';
import { linesFromItems } from '../resolve/lines-from-items.js';
import { resolveFamily } from '../resolve/resolve-family.js';
import { resolvePeople } from '../resolve/resolve-people.js';
import { settingsFaults } from '../resolve/settings-faults.js';
import { resolveTicketType } from '../resolve/resolve-ticket-type.js';
import type { OpenedSettings } from '../settings/read-settings.js';
import { withLease } from '../state/lease.js';
import type { StateStore } from '../state/state-store.js';
import { CachedFields } from './cached-fields.js';
import { CachedLookups } from './cached-lookups.js';
import { settingsFindings } from './settings-findings.js';
import type {
  ApplyOptions,
  Connection,
  ExistingOpportunities,
  OperationOptions,
  PlanOptions,
  PushOptions,
} from './engine-types.js';

/** A person who looks at a plan for longer than this may be looking at an old one. */
const freshMilliseconds = 10_000;

/** Lists that nearly every push looks something up in. */
const listsOfAPush: readonly string[] = ['agents', 'ticketTypes', 'productGroups', 'taxes'];

export interface ConnectionParts {
  readonly name: string;
  readonly contactManagerId: string;
  readonly contactManager: ContactManager;
  /** Of its settings. */
  readonly schema: JsonObject;
  readonly opened: OpenedSettings;
  readonly state: StateStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly owner: string;
  readonly countRequests: () => RequestCount;
  /** Called once when it is closed, so that nobody keeps it. */
  readonly onClose: (connection: AsyncDisposable) => void;
}

export class OpenConnection implements Connection {
  readonly name: string;
  readonly contactManager: ContactManager;
  readonly #parts: ConnectionParts;
  readonly #lookups: CachedLookups;
  readonly #fields: CachedFields;
  #disposed = false;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    this.name = parts.name;
    this.contactManager = parts.contactManager;
    this.#lookups = new CachedLookups(parts.contactManager, parts.state, parts.name, parts.clock);
    this.#fields = new CachedFields(parts.contactManager, parts.state, parts.name, parts.clock);
  }

  get requests(): RequestCount {
    return this.#parts.countRequests();
  }

  async check(options: OperationOptions = {}): Promise<CheckReport> {
    const report = await this.contactManager.check(signalOf(options));
    const { schema, opened } = this.#parts;
    const read: LookupReader = (name) => this.#lookups.read(name, { fresh: true, ...signalOf(options) });
    const faults = await settingsFaults({
      contactManager: this.contactManager,
      schema,
      settings: opened.plain,
      policy: opened.policy,
      readLookup: read,
      readFields: (object) => this.#fields.read(object, { fresh: true, ...signalOf(options) }),
    });
    const findings = [...settingsFindings(faults)];
    const ticketType = await resolveTicketType(opened.policy, read);
    if (opened.policy.defaults.ticketType === undefined && 'conflict' in ticketType) {
      const { message, next } = ticketType.conflict;
      findings.push({ level: 'error', topic: 'defaults.ticketType', message, next });
    }
    return { ...report, findings: [...report.findings, ...findings] };
  }

  async lookup(
    name: string,
    options: OperationOptions & { readonly fresh?: boolean } = {},
  ): Promise<readonly LookupEntry[]> {
    const known = this.contactManager.lookups.names;
    if (!known.includes(name)) {
      throw new QuotebridgeError(
        'usage',
        `There is no list “${name}”: expected one of ${known.join(', ')}.`,
        {
          next: 'Name one of them.',
        },
      );
    }
    if (options.fresh === true) return this.#lookups.readAgain(name, signalOf(options));
    return (await this.#lookups.read(name, signalOf(options))).entries;
  }

  async synchroniseItems(options: OperationOptions = {}): Promise<{ readonly items: number }> {
    const port = this.contactManager.items;
    if (port === undefined) {
      throw new QuotebridgeError(
        'capability.unsupported',
        `The PSA of the connection ${this.name} has no products.`,
      );
    }
    const all: Item[] = [];
    for await (const page of port.list(signalOf(options))) {
      all.push(...page.items);
      const of = page.total === undefined ? '' : ` of ${page.total}`;
      options.progress?.({ message: `Reading products: ${all.length}${of}` });
    }
    await this.#parts.state.putItems(this.name, all, { complete: true });
    await this.#readLists(options);
    return { items: all.length };
  }

  /** What a push looks things up in, so that the first one need not ask. */
  async #readLists(options: OperationOptions): Promise<void> {
    const { schema, opened } = this.#parts;
    const lists = new Set([...listsOfAPush, ...lookupsNamed(schema, opened.plain)]);
    for (const name of this.contactManager.lookups.names.filter((list) => lists.has(list))) {
      options.progress?.({ message: `Reading the list ${name}` });
      await this.#lookups.readAgain(name, signalOf(options));
    }
    if (this.contactManager.fields === undefined) return;
    const linked = opened.policy.dataLink.rows.map((row) => row.object);
    for (const object of new Set<DataLinkObject>(['opportunities', ...linked])) {
      options.progress?.({ message: `Reading the fields of ${object}` });
      try {
        await this.#fields.read(object, { fresh: true, ...signalOf(options) });
      } catch (error) {
        // A push asks for them when it needs them.
        if (!isQuotebridgeError(error, 'permission.missing')) throw error;
      }
    }
  }

  async dataLinkFields(
    object: DataLinkObject,
    options: OperationOptions & { readonly fresh?: boolean } = {},
  ): Promise<readonly FieldDescription[]> {
    if (this.contactManager.fields === undefined) {
      throw new QuotebridgeError(
        'capability.unsupported',
        `The PSA of the connection ${this.name} offers no fields for DataLink.`,
      );
    }
    const { fresh = false } = options;
    return (await this.#fields.read(object, { fresh, ...signalOf(options) })).entries;
  }

  async checkDataLink(
    options: OperationOptions & { readonly document?: QuoteDocument } = {},
  ): Promise<readonly Conflict[]> {
    const { policy } = this.#parts.opened;
    const read: FieldReader = (object) => this.#fields.read(object, { fresh: true, ...signalOf(options) });
    return (await compileRows(this.contactManager, policy, options.document, read)).conflicts;
  }

  async contactFields(choice: ContactChoice, options: OperationOptions = {}): Promise<ContactFields> {
    const { policy } = this.#parts.opened;
    const { readFields } = this.#context(options);
    return contactFields(this.contactManager, policy, choice, readFields, signalOf(options));
  }

  async existingOpportunities(
    document: QuoteDocument,
    options: OperationOptions = {},
  ): Promise<ExistingOpportunities> {
    const context = this.#context(options);
    const people = await resolvePeople(this.contactManager, document.soldTo, signalOf(options));
    const { clientId } = people;
    if (clientId !== undefined) return existingOpportunities(context, { ...people, clientId });
    refuseConflicts(people);
    return { listedBy: 'client', opportunities: [] };
  }

  async linesFromItems(
    items: readonly Item[],
    options: OperationOptions = {},
  ): Promise<readonly DocumentLine[]> {
    const { policy } = this.#parts.opened;
    // Without a mapping there is nothing to look up.
    const mapped = Object.keys(policy.productGroupMappings.groups).length > 0;
    return linesFromItems(items, policy, mapped ? await this.lookup('productGroups', options) : []);
  }

  async plan(document: QuoteDocument, options: PlanOptions = {}): Promise<Plan> {
    return makePlan(this.#context(options), document, options);
  }

  async apply(plan: Plan, options: ApplyOptions = {}): Promise<PushResult> {
    if (plan.connection !== this.name) {
      throw new QuotebridgeError(
        'usage',
        `The plan was made for the connection “${plan.connection}”, not “${this.name}”.`,
        {
          next: `Apply it with --connection ${plan.connection}.`,
        },
      );
    }
    return this.#exclusively(plan.document.family, options, async (signal) => {
      const context = this.#context({ ...options, signal });
      // What planning took was counted when it was planned.
      const spent = { read: 0, write: 0 };
      const fresh = await verified(context, { ...plan, requests: { ...plan.requests, spent } });
      return applyPlan(context, fresh, { signal, openAttachment: options.openAttachment ?? noAttachments });
    });
  }

  async push(document: QuoteDocument, options: PushOptions = {}): Promise<PushResult> {
    return this.#planAndApply(document, options, makePlan);
  }

  async attach(document: QuoteDocument, options: PushOptions): Promise<PushResult> {
    return this.#planAndApply(document, options, planAttachOnly);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#parts.onClose(this);
    await this.contactManager[Symbol.asyncDispose]?.();
  }

  async #planAndApply(
    document: QuoteDocument,
    options: PushOptions,
    make: (context: PlanContext, document: QuoteDocument, options: PlanOptions) => Promise<Plan>,
  ): Promise<PushResult> {
    const { state, clock } = this.#parts;
    const family = await resolveFamily(document, options.siblings ?? [], state, this.name);
    return this.#exclusively(family, options, async (signal) => {
      const context = this.#context({ ...options, signal });
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

  /** One process at a time per document family: the second one finds what the first one wrote. */
  async #exclusively<Result>(
    family: string,
    options: OperationOptions,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    if (this.#disposed) throw new QuotebridgeError('internal', `The connection ${this.name} is closed.`);
    const { state, clock, owner } = this.#parts;
    return withLease(
      {
        state,
        clock,
        name: `document:${this.name}:${family}`,
        owner: `${owner}:${crypto.randomUUID()}`,
        ...signalOf(options),
        onWait: () =>
          options.progress?.({ message: `Waiting for another process that is pushing ${family}` }),
      },
      work,
    );
  }

  #context(options: OperationOptions): PlanContext {
    const { name, contactManagerId, contactManager, schema, opened, state, clock, owner, countRequests } =
      this.#parts;
    return {
      connection: name,
      contactManagerId,
      contactManager,
      policy: opened.policy,
      settings: opened.plain,
      settingsSchema: schema,
      state,
      clock,
      owner: `${owner}:${crypto.randomUUID()}`,
      countRequests,
      readLookup: (lookup, fresh) => this.#lookups.read(lookup, { ...fresh, ...signalOf(options) }),
      readFields: (object, age) => this.#fields.read(object, { ...age, ...signalOf(options) }),
      report: (message) => options.progress?.({ message }),
      ...signalOf(options),
    };
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

function signalOf(options: OperationOptions): { readonly signal?: AbortSignal } {
  return options.signal === undefined ? {} : { signal: options.signal };
}

function noAttachments(location: string): never {
  throw new QuotebridgeError('plan.stale', `The file ${location} of the plan cannot be read.`, {
    next: 'Put it back, or plan again.',
  });
}
