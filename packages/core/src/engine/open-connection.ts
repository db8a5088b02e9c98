import type { PushResult } from '../apply/push-result.js';
import { refuseConflicts } from '../apply/refuse-conflicts.js';
import type { ContactManager } from '../contract/contact-manager.js';
import type { SourceFile } from '../contract/document-source.js';
import type { DataLinkObject, FieldDescription } from '../contract/field-port.js';
import type { Item, LookupEntry } from '../contract/records.js';
import { compileRows } from '../datalink/compile-rows.js';
import { contactFields, type ContactChoice, type ContactFields } from '../datalink/contact-fields.js';
import type { FieldReader } from '../datalink/field-reader.js';
import { ConnectionDesk } from '../desk/connection-desk.js';
import type { IssueDesk } from '../desk/issue-desk.js';
import { PushRecorder } from '../desk/push-recorder.js';
import type { DoctorReport } from '../doctor/doctor-report.js';
import { runDoctor } from '../doctor/run-doctor.js';
import type { DocumentLine } from '../domain/document-line.js';
import type { QuoteDocument } from '../domain/document.js';
import type { Drift } from '../drift/drift.js';
import type { BindingsFamily, BindingsHeader } from '../bindings/bindings-file.js';
import { exportBindings } from '../bindings/export-bindings.js';
import { importBindings, type ImportedFamily } from '../bindings/import-bindings.js';
import { rebindAll } from '../rebind/rebind-all.js';
import { rebindDocuments } from '../rebind/rebind-documents.js';
import type { ReboundFamily } from '../rebind/rebound-family.js';
import { readDrifts } from '../drift/read-drifts.js';
import { QuotebridgeError } from '../errors/quotebridge-error.js';
import { PushHistory } from '../history/push-history.js';
import type { RequestPace } from '../http/request-budget.js';
import type { RequestCount } from '../http/request-count.js';
import { existingOpportunities } from '../plan/existing-opportunities.js';
import { makePlan } from '../plan/make-plan.js';
import { planAttachOnly } from '../plan/plan-attach-only.js';
import type { PlanContext } from '../plan/plan-context.js';
import type { Conflict, Plan } from '../plan/plan.js';
import { linesFromItems } from '../resolve/lines-from-items.js';
import { resolvePeople } from '../resolve/resolve-people.js';
import { planUndo } from '../undo/plan-undo.js';
import { pushAll, type PushAllOptions, type RunWork } from '../run/push-all.js';
import { CachedFields } from './cached-fields.js';
import { CachedLookups } from './cached-lookups.js';
import type { ConnectionLists } from './connection-lists.js';
import type { ConnectionParts } from './connection-parts.js';
import type {
  ApplyOptions,
  Connection,
  DoctorOptions,
  DriftOptions,
  ExistingOpportunities,
  ImportBindingsOptions,
  OperationOptions,
  PlanOptions,
  PushOptions,
  RebindOptions,
  UndoOptions,
} from './engine-types.js';
import { Pushes } from './pushes.js';
import { signalOf } from './signal-of.js';
import { synchroniseItems } from './synchronise-items.js';

export class OpenConnection implements Connection {
  readonly name: string;
  readonly contactManager: ContactManager;
  readonly #parts: ConnectionParts;
  readonly issues: IssueDesk;
  readonly history: PushHistory;
  readonly #lists: ConnectionLists;
  readonly #recorder: PushRecorder;
  #disposed = false;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    this.name = parts.name;
    this.contactManager = parts.contactManager;
    this.#recorder = new PushRecorder(parts);
    this.issues = new ConnectionDesk(parts, this.#recorder, parts.countRequests);
    this.history = new PushHistory(parts.state.history, parts.name);
    const { contactManager, state, name, clock } = parts;
    this.#lists = {
      lookups: new CachedLookups(contactManager, state, name, clock),
      fields: new CachedFields(contactManager, state, name, clock),
    };
  }

  get requests(): RequestCount {
    return this.#parts.countRequests();
  }

  pace(): Promise<RequestPace> {
    return this.#parts.budget.pace();
  }

  doctor(options: DoctorOptions = {}): Promise<DoctorReport> {
    const patient = {
      parts: this.#parts,
      lists: this.#lists,
      plan: (document: QuoteDocument, planOptions: PlanOptions) => this.plan(document, planOptions),
      countIssues: async () => (await this.issues.list()).length,
    };
    return runDoctor(patient, options);
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
    if (options.fresh === true) return this.#lists.lookups.readAgain(name, signalOf(options));
    return (await this.#lists.lookups.read(name, signalOf(options))).entries;
  }

  synchroniseItems(options: OperationOptions = {}): Promise<{ readonly items: number }> {
    return synchroniseItems(this.#parts, this.#lists, options);
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
    return (await this.#lists.fields.read(object, { fresh, ...signalOf(options) })).entries;
  }

  async checkDataLink(
    options: OperationOptions & { readonly document?: QuoteDocument } = {},
  ): Promise<readonly Conflict[]> {
    const { policy, rules } = this.#parts.opened;
    const read: FieldReader = (object) =>
      this.#lists.fields.read(object, { fresh: true, ...signalOf(options) });
    return (await compileRows(this.contactManager, { policy, rules }, options.document, read)).conflicts;
  }

  async contactFields(choice: ContactChoice, options: OperationOptions = {}): Promise<ContactFields> {
    const { policy, rules } = this.#parts.opened;
    const { readFields } = this.#context(options);
    return contactFields(this.contactManager, { policy, rules }, choice, readFields, signalOf(options));
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
    const { ruleSet } = this.#parts.opened.rules;
    const table = this.#parts.opened.rules.checked().compiled.tables.productGroups;
    // Without a mapping there is nothing to look up.
    const mapped = table !== undefined && table.size > 0;
    return linesFromItems(
      items,
      { ruleSet, table },
      mapped ? await this.lookup('productGroups', options) : [],
    );
  }

  async plan(document: QuoteDocument, options: PlanOptions = {}): Promise<Plan> {
    return makePlan(this.#context(options), document, options);
  }

  async apply(plan: Plan, options: ApplyOptions = {}): Promise<PushResult> {
    return this.#pushes().apply(plan, options);
  }

  async push(document: QuoteDocument, options: PushOptions = {}): Promise<PushResult> {
    return this.#pushes().push(document, options, makePlan, 'push');
  }

  pushAll<Result>(file: SourceFile, options: PushAllOptions, work: RunWork<Result>): Promise<Result> {
    return pushAll(this.#parts, file, options, work);
  }

  async attach(document: QuoteDocument, options: PushOptions): Promise<PushResult> {
    return this.#pushes().push(document, options, planAttachOnly, 'attach');
  }

  async planUndo(documentNumber: string, options: OperationOptions = {}): Promise<Plan> {
    return planUndo(this.#context(options), documentNumber);
  }

  async undo(documentNumber: string, options: UndoOptions = {}): Promise<PushResult> {
    return this.#pushes().undo(documentNumber, options);
  }

  drift(options: DriftOptions = {}): AsyncIterable<Drift> {
    return readDrifts(this.#context(options), options.documents);
  }

  rebind(options: RebindOptions = {}): AsyncIterable<ReboundFamily> {
    const context = this.#context(options);
    const { documents } = options;
    return documents === undefined ? rebindAll(context) : rebindDocuments(context, documents);
  }

  exportBindings(options: OperationOptions = {}): AsyncIterable<BindingsHeader | BindingsFamily> {
    return exportBindings(this.#context(options));
  }

  importBindings(
    lines: AsyncIterable<string>,
    options: ImportBindingsOptions = {},
  ): AsyncIterable<ImportedFamily> {
    return importBindings(this.#context(options), lines, options);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#parts.onClose(this);
    await this.contactManager[Symbol.asyncDispose]?.();
  }

  #pushes(): Pushes {
    if (this.#disposed) throw new QuotebridgeError('internal', `The connection ${this.name} is closed.`);
    return new Pushes(this.#parts, (options) => this.#context(options), this.#recorder);
  }

  #context(options: OperationOptions): PlanContext {
    const { name, contactManagerId, contactManager, schema, opened, state, clock, owner, countRequests } =
      this.#parts;
    return {
      connection: name,
      contactManagerId,
      contactManager,
      policy: opened.policy,
      rules: opened.rules,
      settings: opened.plain,
      settingsSchema: schema,
      state,
      clock,
      owner: `${owner}:${crypto.randomUUID()}`,
      countRequests,
      readLookup: (lookup, fresh) => this.#lists.lookups.read(lookup, { ...fresh, ...signalOf(options) }),
      readFields: (object, age) => this.#lists.fields.read(object, { ...age, ...signalOf(options) }),
      report: (message) => options.progress?.({ message }),
      ...signalOf(options),
    };
  }
}
