import type { Clock } from '../base/clock.js';
import type { JsonObject } from '../base/json.js';
import type { Logger } from '../base/logger.js';
import type { PushResult } from '../apply/push-result.js';
import type { CheckReport } from '../contract/check-report.js';
import type { ContactManager } from '../contract/contact-manager.js';
import type { SourceInput } from '../contract/document-source.js';
import type { LookupEntry } from '../contract/records.js';
import type { QuoteDocument } from '../domain/document.js';
import type { InputFault } from '../errors/quotebridge-error.js';
import type { RequestCount } from '../http/request-count.js';
import type { Plan } from '../plan/plan.js';
import type { Diagnostic, PluginCandidate, RegisteredContribution } from '../plugin/plugin-manifest.js';
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
  /** Names this process among others, such as `host:pid`; `isProcessAlive` of the state is asked with it. */
  readonly owner?: string;
}

/** How a configuration names a secret without holding it. */
export type SecretReference =
  { readonly env: string } | { readonly file: string } | { readonly keyring: string };

export interface ConnectionConfiguration {
  /** Contribution id of the contact manager, such as `halopsa`. */
  readonly plugin: string;
  readonly settings: JsonObject;
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
  /** Reads a file with the first document source that accepts it. Faults stand with their document. */
  readDocuments(input: SourceInput): Promise<readonly ReadDocument[]>;
  /** Opens a connection; whoever opens it disposes it. */
  open(name: string, configuration: ConnectionConfiguration): Promise<Connection>;
}

export interface ReadDocument {
  readonly number: string;
  /** Undefined when the document has faults. */
  readonly document?: QuoteDocument;
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
  readonly bytes: Uint8Array;
}

export interface PlanOptions extends OperationOptions {
  readonly attachments?: readonly AttachmentInput[];
  /** Other documents of the same file, so that conversions and revisions find their family. */
  readonly siblings?: readonly QuoteDocument[];
  /** Values of `&APP_` macros, such as `LoggedInUserName`. */
  readonly application?: Readonly<Record<string, string>>;
}

export interface ApplyOptions extends OperationOptions {
  /** Reads an attachment's bytes by its location; needed when the plan holds attachments. */
  readonly readAttachment?: (location: string) => Promise<Uint8Array>;
}

export interface PushOptions extends PlanOptions {
  /**
   * Shown the plan when there is something to write or to decide; false ends the push with `cancelled`. Absent: go on.
   * A plan with conflicts is refused afterwards, whatever the answer.
   */
  readonly confirm?: (plan: Plan) => Promise<boolean>;
}

/** One open tenant. */
export interface Connection extends AsyncDisposable {
  readonly name: string;
  readonly contactManager: ContactManager;
  /** Requests since it was opened. */
  readonly requests: RequestCount;
  /** What the contact manager says of itself, and settings that the PSA's lists do not know. */
  check(options?: OperationOptions): Promise<CheckReport>;
  /** A list of the PSA; what is remembered of it may be up to 30 days old unless `fresh`. */
  lookup(
    name: string,
    options?: OperationOptions & { readonly fresh?: boolean },
  ): Promise<readonly LookupEntry[]>;
  /** Fills the item cache with the whole catalogue, and reads the lists that a push needs. */
  synchroniseItems(options?: OperationOptions): Promise<{ readonly items: number }>;
  /** Makes a plan. Writes nothing in the PSA. */
  plan(document: QuoteDocument, options?: PlanOptions): Promise<Plan>;
  /** Carries out exactly that plan, or refuses with `plan.stale` or `plan.conflict`. */
  apply(plan: Plan, options?: ApplyOptions): Promise<PushResult>;
  /** Plans and applies while no other process touches the same document. */
  push(document: QuoteDocument, options?: PushOptions): Promise<PushResult>;
  /** Attaches files to the opportunity that the document is bound to. */
  attach(document: QuoteDocument, options: PushOptions): Promise<PushResult>;
}
