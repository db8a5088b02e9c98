/** What hosts import. Plugins import `@quotebridge/core/plugin`. */
export type { JsonObject, JsonPrimitive, JsonValue } from './base/json.js';
export type { Clock } from './base/clock.js';
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
export type { DataLinkRow } from './settings/push-policy.js';
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
export type {
  ApplyOptions,
  AttachmentInput,
  Connection,
  ConnectionConfiguration,
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
} from './engine/engine-types.js';
export {
  newOpportunity,
  type Ask,
  type PersonChoices,
  type Question,
  type QuoteEdits,
} from './engine/person-choices.js';
export type { RequestPace } from './http/request-budget.js';
export type { RequestCount } from './http/request-count.js';
export type { RequestPriority } from './http/request-rules.js';
export type {
  AttachmentOperation,
  CompletionOperation,
  ContactOperation,
  FieldOperation,
  ItemOperation,
  ItemUpdateOperation,
  LineOperation,
  Operation,
  OpportunityOperation,
  QuoteOperation,
} from './plan/operation.js';
export {
  planFormat,
  type BasisRecord,
  type Conflict,
  type DocumentMoney,
  type Match,
  type Plan,
  type PlannedDocument,
  type PlanWarning,
} from './plan/plan.js';
export type { Reason, Reasons } from './plan/reason.js';
export { isProven, type Proof, type ProofExplanation, type ProofLine, type ProofSum } from './proof/proof.js';
export type { ContactResult, LineCounts, PushIssue, PushResult, RecordResult } from './apply/push-result.js';
export type {
  Diagnostic,
  PluginCandidate,
  PluginManifest,
  RegisteredContribution,
} from './plugin/plugin-manifest.js';
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
export { planSchema } from './plan/plan.schema.js';
