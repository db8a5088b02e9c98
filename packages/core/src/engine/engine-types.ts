import type { RuleSet } from '@quotebridge/mapping-rules';
import type { Clock } from '../base/clock.js';
import type { JsonObject } from '../base/json.js';
import type { Logger } from '../base/logger.js';
import type { PushResult } from '../apply/push-result.js';
import type { ContactManager } from '../contract/contact-manager.js';
import type { SourceFile, SourceInput } from '../contract/document-source.js';
import type { DataLinkObject, FieldDescription } from '../contract/field-port.js';
import type { BindingsFamily, BindingsHeader } from '../bindings/bindings-file.js';
import type { ImportedFamily } from '../bindings/import-bindings.js';
import type { ReboundFamily } from '../rebind/rebound-family.js';
import type { ContactChoice, ContactFields } from '../datalink/contact-fields.js';
import type { Item, LookupEntry, StoredOpportunity } from '../contract/records.js';
import type { DoctorReport } from '../doctor/doctor-report.js';
import type { DocumentLine } from '../domain/document-line.js';
import type { QuoteDocument } from '../domain/document.js';
import type { InputFault } from '../errors/quotebridge-error.js';
import type { Drift } from '../drift/drift.js';
import type { Ask, PersonChoices } from './person-choices.js';
import type { ResolveHost } from '../http/named-server.js';
import type { RequestPace } from '../http/request-budget.js';
import type { RequestPriority } from '../http/request-rules.js';
import type { RequestCount } from '../http/request-count.js';
import type { Conflict, Plan } from '../plan/plan.js';
import type { Diagnostic, PluginCandidate, RegisteredContribution } from '../plugin/plugin-manifest.js';
import type { RuleFile } from '../rules/rule-file.js';
import type { IssueDesk } from '../desk/issue-desk.js';
import type { PushHistory } from '../history/push-history.js';
import type { PushSource } from '../state/push-source.js';
import type { PushAllOptions, RunWork } from '../run/push-all.js';
import type { Sibling } from '../run/sibling.js';
import type { StateStore } from '../state/state-store.js';

export interface EngineOptions {
  /** Plugins that the host found; their code is not loaded before it is needed. */
  readonly plugins: readonly PluginCandidate[];
  /** Opened by the host, closed by the engine. */
  readonly state: StateStore;
  /** Gives the value of a secret reference; undefined when there is none. */
  readonly resolveSecret: (reference: SecretReference) => Promise<string | undefined>;
  readonly clock?: Clock;
  readonly logger?: Logger;
  /** IP addresses of a host name, so that no server of the internet leads a secret into the network that we are in. */
  readonly resolveHost?: ResolveHost;
  /** Names this process among others, such as `host:pid`; `isProcessAlive` of the state is asked with it. */
  readonly owner?: string;
  /** Who pushes, for the history, such as `dana@office-3`; the owner unless told. */
  readonly actor?: string;
}

/** How a configuration names a secret without holding it. */
export type SecretReference =
  { readonly env: string } | { readonly file: string } | { readonly keyring: string };

export interface ConnectionConfiguration {
  /** Contribution id of the contact manager, such as `halopsa`. */
  readonly plugin: string;
  readonly settings: JsonObject;
  /** Rules that stand in a file of their own: each of its sections takes the place of the settings' tables. */
  readonly rules?: RuleFile;
}

export interface Engine extends AsyncDisposable {
  /** Faults of plugins; a plugin with a fault is not registered, the others are not affected. */
  readonly diagnostics: readonly Diagnostic[];
  readonly contactManagers: readonly RegisteredContribution[];
  readonly documentSources: readonly RegisteredContribution[];
  /** The schema of a connection's settings: pages of the push policy and of the plugin. */
  settingsSchema(contactManager: string): JsonObject;
  /** Faults of settings, without opening anything; empty when they are fine. Secrets are not resolved. */
  checkSettings(configuration: ConnectionConfiguration): readonly InputFault[];
  /**
   * The rules of a connection: its settings' tables, and the sections of its rule file in their place.
   *
   * @throws `settings.invalid` with every fault of settings and rules
   */
  ruleSet(configuration: ConnectionConfiguration): RuleSet;
  /** Reads a file with the first document source that accepts it. Faults stand with their document. */
  readDocuments(input: SourceInput): Promise<readonly ReadDocument[]>;
  /** The same for a file of any length: one document after the other, as often as it is iterated. */
  streamDocuments(file: SourceFile): AsyncIterable<ReadDocument>;
  /** Opens a connection; whoever opens it disposes it. */
  open(name: string, configuration: ConnectionConfiguration, options?: OpenOptions): Promise<Connection>;
}

export interface OpenOptions {
  /**
   * `bulk` for work of many documents: it leaves a reserve of the PSA's requests to people, lets them go first, and waits
   * as long as it takes. `person` unless told.
   */
  readonly priority?: RequestPriority;
  /** Told the milliseconds whenever a request has to wait for the budget. */
  readonly onWait?: (milliseconds: number) => void;
}

export interface ReadDocument {
  readonly number: string;
  /** Undefined when the document has faults. */
  readonly document?: QuoteDocument;
  /** Of a document with faults, as far as it could be read. */
  readonly type?: string;
  /** Of a document with faults, as far as it could be read. */
  readonly name?: string;
  readonly faults: readonly InputFault[];
}

export type Progress = (event: ProgressEvent) => void;

export interface ProgressEvent {
  /** What is being done, for people: `Creating the quote with 120 lines`. */
  readonly message: string;
}

export interface OperationOptions {
  readonly signal?: AbortSignal;
  readonly progress?: Progress;
}

/** A file to attach to the opportunity. */
export interface AttachmentInput {
  readonly name: string;
  readonly mediaType: string;
  /** Where the host finds the bytes again. */
  readonly location: string;
  /** Bytes. */
  readonly size: number;
  /** The content in pieces, from its start each time: it is read once for its hash and once to be sent. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

export interface PlanOptions extends OperationOptions {
  readonly attachments?: readonly AttachmentInput[];
  /** Other documents of the same file, so that conversions and revisions find their family. */
  readonly siblings?: readonly Sibling[];
  /** Values of `&APP_` macros, such as `LoggedInUserName`. */
  readonly application?: Readonly<Record<string, string>>;
  readonly choices?: PersonChoices;
  /** Where the host finds the document again, such as the path of its file: a stored plan remembers it. */
  readonly location?: string;
  /** Works everything out again although nothing has changed since the last push, so that every value can say why. */
  readonly everything?: boolean;
  /** Asks a person what `choices` leaves open. Absent: nobody is there, and the settings decide. */
  readonly ask?: Ask;
}

export interface DoctorOptions extends OperationOptions {
  /** Documents to try without writing anything. */
  readonly documents?: readonly ReadDocument[];
  /** Other documents of the same file; those that are tried, unless told. */
  readonly siblings?: readonly QuoteDocument[];
  /** Values of `&APP_` macros, such as `LoggedInUserName`. */
  readonly application?: Readonly<Record<string, string>>;
}

export interface ApplyOptions extends OperationOptions {
  /** Opens an attachment by its location; needed when the plan holds attachments. */
  readonly openAttachment?: (location: string) => AsyncIterable<Uint8Array>;
  /** The document as it is now: the plan is refused when it has changed. Absent: it is not looked at. */
  readonly document?: QuoteDocument;
  /** Where the document came from, so that it can be pushed again when it does not go through. */
  readonly source?: PushSource;
}

export interface UndoOptions extends OperationOptions {
  /**
   * Shown the plan when there is something to write or to decide; false ends it with `cancelled`. Absent: go on.
   * A plan with conflicts is refused afterwards, whatever the answer.
   */
  readonly confirm?: (plan: Plan) => Promise<boolean>;
}

export interface RebindOptions extends OperationOptions {
  /** Of one file, so that conversions and revisions find their family. */
  readonly documents?: readonly QuoteDocument[];
}

export interface ImportBindingsOptions extends OperationOptions {
  /** Takes over families that the state knows with other records, too. */
  readonly replace?: boolean;
}

export interface DriftOptions extends OperationOptions {
  /** Numbers of the documents; absent: everything that is remembered. */
  readonly documents?: Iterable<string>;
}

export interface PushOptions extends PlanOptions, UndoOptions {
  /** Where the document came from, so that it can be pushed again when it does not go through. */
  readonly source?: PushSource;
}

/** What a document may be linked to. */
export interface ExistingOpportunities {
  /** Whose they are: as `opportunity.listExistingBy` says, but the client's for a document without a user. */
  readonly listedBy: 'client' | 'user';
  /** Open ones. Those with a `marker`, which not every PSA lists, belong to a document already. */
  readonly opportunities: readonly StoredOpportunity[];
}

/** One open tenant. */
export interface Connection extends AsyncDisposable {
  readonly name: string;
  readonly contactManager: ContactManager;
  /** Requests since it was opened. */
  readonly requests: RequestCount;
  /** What did not go through, until it does. */
  readonly issues: IssueDesk;
  /** Every push. */
  readonly history: PushHistory;
  /** How fast requests may be made now. Asks nobody. */
  pace(): Promise<RequestPace>;
  /**
   * What gets in the way of a push: account, clock, scopes, settings, mappings, limits and, with documents, a dry run of
   * each. Reads only.
   */
  doctor(options?: DoctorOptions): Promise<DoctorReport>;
  /** A list of the PSA; what is remembered of it may be up to 30 days old unless `fresh`. */
  lookup(
    name: string,
    options?: OperationOptions & { readonly fresh?: boolean },
  ): Promise<readonly LookupEntry[]>;
  /**
   * Fields that DataLink may name, up to 30 days old unless `fresh`. Raises `capability.unsupported` where the PSA has none.
   */
  dataLinkFields(
    object: DataLinkObject,
    options?: OperationOptions & { readonly fresh?: boolean },
  ): Promise<readonly FieldDescription[]>;
  /** What is wrong with the rows of DataLink; with a document, its own columns count as fields, too. */
  checkDataLink(
    options?: OperationOptions & { readonly document?: QuoteDocument },
  ): Promise<readonly Conflict[]>;
  /** What choosing a client or user fills in a document; reads only. `fillDocument` fills it. */
  contactFields(choice: ContactChoice, options?: OperationOptions): Promise<ContactFields>;
  /** Fills the item cache with the whole catalogue, and reads the lists that a push needs. */
  synchroniseItems(options?: OperationOptions): Promise<{ readonly items: number }>;
  /**
   * The opportunities that a person may choose from for the document.
   *
   * @throws `plan.conflict` when the client of the document is not found
   */
  existingOpportunities(document: QuoteDocument, options?: OperationOptions): Promise<ExistingOpportunities>;
  /** Document lines for items of the catalogue, by the product ID mapping and the product group mappings. */
  linesFromItems(items: readonly Item[], options?: OperationOptions): Promise<readonly DocumentLine[]>;
  /** Makes a plan. Writes nothing in the PSA. */
  plan(document: QuoteDocument, options?: PlanOptions): Promise<Plan>;
  /** Carries out exactly that plan, or refuses with `plan.stale` or `plan.conflict`. */
  apply(plan: Plan, options?: ApplyOptions): Promise<PushResult>;
  /** Plans and applies while no other process touches the same document. */
  push(document: QuoteDocument, options?: PushOptions): Promise<PushResult>;
  /** Makes the plan that takes the last push of a document back. Writes nothing in the PSA. */
  planUndo(documentNumber: string, options?: OperationOptions): Promise<Plan>;
  /** Plans and takes back what the last push of a document changed, as far as nobody has changed it since. */
  undo(documentNumber: string, options?: UndoOptions): Promise<PushResult>;
  /** Compares what was last sent with what stands in the PSA now: each family once. Reads only. */
  drift(options?: DriftOptions): AsyncIterable<Drift>;
  /**
   * Rebuilds a lost state from the markers in the PSA, family by family: those of the documents, or, without documents, every
   * one that the PSA lists. Reads the PSA, writes the state. What is remembered already stays.
   */
  rebind(options?: RebindOptions): AsyncIterable<ReboundFamily>;
  /** What the state remembers: the header, then each family. Asks nobody. */
  exportBindings(options?: OperationOptions): AsyncIterable<BindingsHeader | BindingsFamily>;
  /**
   * Remembers what another machine exported, one line of JSON after the other.
   *
   * @throws `document.invalid` for a line that cannot be read, `usage` for bindings of another tenant
   */
  importBindings(
    lines: AsyncIterable<string>,
    options?: ImportBindingsOptions,
  ): AsyncIterable<ImportedFamily>;
  /**
   * Has a whole file pushed, its documents streamed in the order in which they must go: `work` pushes each step and
   * settles it. A run of the same file that was interrupted goes on where it was.
   */
  pushAll<Result>(file: SourceFile, options: PushAllOptions, work: RunWork<Result>): Promise<Result>;
  /** Attaches files to the opportunity that the document is bound to. */
  attach(document: QuoteDocument, options: PushOptions): Promise<PushResult>;
}
