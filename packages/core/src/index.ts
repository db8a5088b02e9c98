/** What hosts import. Plugins import `@quotebridge/core/plugin`. */
export type { JsonObject, JsonPrimitive, JsonValue } from './base/json.js';
export type { Clock } from './base/clock.js';
export { isTooDeep } from './base/json-depth.js';
export type { ResolveHost } from './http/named-server.js';
export { silentLogger, type Logger } from './base/logger.js';
export * as decimal from './domain/decimal.js';
export { billingPeriods, type BillingPeriod } from './domain/billing-period.js';
export type { DecimalText } from './domain/decimal.js';
export type { DocumentType, PeriodAmounts, QuoteDocument } from './domain/document.js';
export type { DocumentLine } from './domain/document-line.js';
export { documentStage } from './domain/document-stage.js';
export { errorCatalogue, type ErrorCode } from './errors/error-catalogue.js';
export {
  isQuotebridgeError,
  QuotebridgeError,
  type ErrorDetails,
  type InputFault,
} from './errors/quotebridge-error.js';
export {
  dataLinkObjects,
  type DataLinkObject,
  type FieldDescription,
  type FieldType,
  type FieldValues,
} from './contract/field-port.js';
export type { ChosenAddress, ContactChoice, ContactField, ContactFields } from './datalink/contact-fields.js';
export { fillDocument } from './datalink/fill-document.js';
export { listDocumentFields, type DocumentField } from './datalink/list-document-fields.js';
export type { RuleFile } from './rules/rule-file.js';
export type { RuleSet } from '@quotebridge/mapping-rules';
export type { DataLinkRow } from './settings/push-policy.js';
export type { Diagnosis, DoctorFinding, DoctorReport } from './doctor/doctor-report.js';
export type { ClockDifference } from './http/server-time.js';
export type { CheckFinding, CheckReport } from './contract/check-report.js';
export type { MissingPermission, PlannedWrite } from './contract/permission-needs.js';
export type { ContactManager } from './contract/contact-manager.js';
export type {
  Client,
  Item,
  LookupEntry,
  RecordId,
  StoredOpportunity,
  StoredQuote,
  User,
} from './contract/records.js';
export { bindingsFormat, type BindingsFamily, type BindingsHeader } from './bindings/bindings-file.js';
export { bindingsSchema } from './bindings/bindings.schema.js';
export type { ImportedFamily } from './bindings/import-bindings.js';
export type { ReboundFamily, ReboundRecord } from './rebind/rebound-family.js';
export type { Drift, DriftMoney, FieldDrift, LineDrift, NextPush, RecordDrift } from './drift/drift.js';
export type {
  ApplyOptions,
  AttachmentInput,
  Connection,
  ConnectionConfiguration,
  DoctorOptions,
  DriftOptions,
  ImportBindingsOptions,
  RebindOptions,
  Engine,
  EngineOptions,
  ExistingOpportunities,
  OpenOptions,
  OperationOptions,
  PlanOptions,
  Progress,
  ProgressEvent,
  PushOptions,
  ReadDocument,
  SecretReference,
  UndoOptions,
} from './engine/engine-types.js';
export {
  newOpportunity,
  type Ask,
  type PersonChoices,
  type Question,
  type QuoteEdits,
} from './engine/person-choices.js';
export type { RequestPace } from './http/request-budget.js';
export type { PushAllOptions, RunWork } from './run/push-all.js';
export type { PushRun, RunStep } from './run/push-run.js';
export type { Sibling } from './run/sibling.js';
export type { RunOutcome, RunStatus, RunTally } from './state/run-store.js';
export type { SourceFile } from './contract/document-source.js';
export type { RequestCount } from './http/request-count.js';
export type { RequestPriority } from './http/request-rules.js';
export type {
  AttachmentOperation,
  CompletionOperation,
  ContactOperation,
  FieldOperation,
  ItemOperation,
  ItemUpdateOperation,
  KeptField,
  LineOperation,
  Operation,
  OpportunityOperation,
  QuoteOperation,
  RemovalOperation,
  ReopeningOperation,
} from './plan/operation.js';
export {
  planFormat,
  type BasisRecord,
  type Conflict,
  type DocumentMoney,
  type Match,
  type Plan,
  type LeftOutLine,
  type PlanMoney,
  type PlannedDocument,
  type PlanPurpose,
  type PlanWarning,
  type UndonePush,
} from './plan/plan.js';
export type { FieldOwnership, Ownership, OwnershipTable } from './plan/ownership.js';
export type { Considered, Reason, Reasons } from './plan/reason.js';
export { explainValue } from './explain/explain-value.js';
export type { ExplainedValue, Explanation } from './explain/explanation.js';
export { isProven, type Proof, type ProofExplanation, type ProofLine, type ProofSum } from './proof/proof.js';
export type { ContactResult, LineCounts, PushIssue, PushResult, RecordResult } from './apply/push-result.js';
export type {
  Diagnostic,
  PluginCandidate,
  PluginManifest,
  RegisteredContribution,
} from './plugin/plugin-manifest.js';
export { currentDocuments } from './run/current-documents.js';
export type { IssueDesk, IssueListQuery, WatchedDocument } from './desk/issue-desk.js';
export type { Retries, Retry } from './desk/retries.js';
export type { PushHistory } from './history/push-history.js';
export type { IssueStage, StoredIssue } from './state/issue-store.js';
export type {
  FieldChange,
  HistoryChange,
  HistoryEntry,
  HistoryOutcome,
  HistoryQuery,
  LineChange,
  PushPurpose,
} from './state/history-store.js';
export type { PushSource } from './state/push-source.js';
export type { StateStore } from './state/state-store.js';
export { createEngine } from './engine/create-engine.js';
export { findInLookup } from './resolve/find-in-lookup.js';
export { unmappedNames, type MappedName, type MappingTable } from './resolve/mapping-coverage.js';
export { amountText, periodNames } from './domain/amount-text.js';
export { isIsoDate } from './domain/is-iso-date.js';
export { taxCoverage, type TaxCoverage, type UnderstoodCode } from './resolve/tax-coverage.js';
export { outlineDocument, type DocumentOutline, type OutlineLine } from './plan/outline-document.js';
export { documentSchema } from './domain/document.schema.js';
export { manifestSchema } from './plugin/extension-points.js';
export { parsePlan } from './plan/parse-plan.js';
export { verifyDigest } from './plan/plan-digest.js';
export { planSchema } from './plan/plan.schema.js';
