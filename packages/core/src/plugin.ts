/** What plugins import: contracts, tokens, domain types, errors. No engine, no container. */
export type { JsonObject, JsonPrimitive, JsonValue } from './base/json.js';
export type { Clock } from './base/clock.js';
export { isTooDeep } from './base/json-depth.js';
export type { Logger } from './base/logger.js';
export { Secret } from './base/secret.js';
export { billingPeriods, type BillingPeriod } from './domain/billing-period.js';
export * as decimal from './domain/decimal.js';
export { parseDecimal, type DecimalInput, type DecimalText } from './domain/decimal.js';
export {
  documentTypes,
  type DocumentLink,
  type DocumentType,
  type IsoDate,
  type Party,
  type PeriodAmounts,
  type QuoteDocument,
} from './domain/document.js';
export {
  lineAttributes,
  lineTypes,
  type DocumentLine,
  type LineAttribute,
  type LineType,
  type Recurrence,
} from './domain/document-line.js';
export type {
  Address,
  SiteAddress,
  Client,
  Item,
  ItemUpdate,
  LookupEntry,
  NewItem,
  OpportunityFields,
  Outcome,
  QuoteFields,
  QuoteLineFields,
  QuoteLineKind,
  RecordId,
  RecordKind,
  StoredAttachment,
  StoredOpportunity,
  StoredQuote,
  StoredQuoteLine,
  User,
} from './contract/records.js';
export type { AttachmentPort, AttachmentUpload } from './contract/attachment-port.js';
export type { CallOptions, LinkedNames } from './contract/call-options.js';
export type { CheckFinding, CheckReport } from './contract/check-report.js';
export type { MissingPermission, PlannedWrite } from './contract/permission-needs.js';
export type { ClientPort, PeopleQuery, UserPort, UserQuery } from './contract/client-port.js';
export type { ContactManager } from './contract/contact-manager.js';
export type { DocumentSource, SourceDocument, SourceFile, SourceInput } from './contract/document-source.js';
export type { ClassificationAxis, ItemFindings, ItemPort, ItemQuery } from './contract/item-port.js';
export {
  dataLinkObjects,
  type DataLinkObject,
  type FieldDescription,
  type FieldPort,
  type FieldType,
  type FieldValues,
} from './contract/field-port.js';
export { wellKnownLookups, type LookupPort } from './contract/lookup-port.js';
export type { Marker, WriteAnswer } from './contract/marker.js';
export { markerPrefix } from './contract/marker-prefix.js';
export type {
  Completion,
  MarkerScope,
  OpportunityPort,
  OpportunityQuery,
} from './contract/opportunity-port.js';
export type { QuoteLineWrite, QuotePort, QuoteScope } from './contract/quote-port.js';
export { errorCatalogue, type ErrorCode } from './errors/error-catalogue.js';
export {
  isQuotebridgeError,
  QuotebridgeError,
  type ErrorDetails,
  type InputFault,
} from './errors/quotebridge-error.js';
export type { HttpClient, HttpRequest, HttpResponse } from './http/http-client.js';
export { isLoopback, normaliseServerUrl } from './http/server-url.js';
export type { ConnectionCache } from './state/connection-cache.js';
export type { PluginBindings } from './plugin/plugin-bindings.js';
export {
  clockToken,
  connectionCacheToken,
  contactManagerToken,
  documentSourceToken,
  httpClientToken,
  loggerToken,
  settingsToken,
} from './plugin/tokens.js';
