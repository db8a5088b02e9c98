import type { QuoteDocument } from '../domain/document.js';
import type { ApplyOptions, PushOptions } from '../engine/engine-types.js';
import type { Plan } from '../plan/plan.js';
import type { PushPurpose } from '../state/history-store.js';
import { documentFacts, type PushedDocument } from './pushed-document.js';

/** A push of a document. */
export function aboutDocument(
  document: QuoteDocument,
  family: string,
  { attachments = [], source }: PushOptions,
  purpose: PushPurpose,
): PushedDocument {
  return {
    purpose,
    ...documentFacts(document, family),
    attachments: attachments.map(({ name }) => name),
    ...(source === undefined ? {} : { source }),
  };
}

/** A stored plan that is carried out. */
export function aboutPlan({ purpose, document, operations }: Plan, { source }: ApplyOptions): PushedDocument {
  const { number, family, type, name, content } = document;
  const from = source ?? (document.location === undefined ? undefined : { file: document.location });
  return {
    purpose,
    stored: true,
    document: { number, family, type, name },
    replaces: content === undefined ? [] : documentFacts(content, family).replaces,
    attachments: operations.flatMap((operation) => (operation.kind === 'attachment' ? [operation.name] : [])),
    ...(from === undefined ? {} : { source: from }),
  };
}
