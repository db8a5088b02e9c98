import { canonicalJson } from '../base/canonical-json.js';
import { sha256 } from '../base/sha256.js';
import type { JsonValue } from '../base/json.js';
import { documentTypes, type DocumentType, type QuoteDocument } from '../domain/document.js';
import type { People } from '../resolve/resolve-people.js';
import type { Binding, BindingImage } from '../state/state-store.js';
import type { PlanContext } from './plan-context.js';
import type { Plan } from './plan.js';

/** Over document and settings: when neither has changed, there is nothing new to say. */
export async function documentHash(context: PlanContext, document: QuoteDocument): Promise<string> {
  return sha256(
    canonicalJson({ document, settings: context.settings, contactManager: context.contactManagerId }),
  );
}

export async function soldToHash(document: QuoteDocument): Promise<string> {
  return sha256(canonicalJson(document.soldTo));
}

/** What is remembered of the document once all of its plan has gone through. */
export function documentImage(plan: Plan): BindingImage {
  const { hash, soldToHash: party, type } = plan.document;
  const opportunity = plan.operations.find((operation) => operation.kind === 'opportunity');
  const { clientId, userId, siteId } = opportunity?.image ?? {};
  const people: People = {
    ...(clientId === undefined ? {} : { clientId }),
    ...(userId === undefined ? {} : { userId }),
    ...(siteId === undefined ? {} : { siteId }),
    matches: plan.matches.filter(({ kind }) => kind === 'client' || kind === 'user'),
    conflicts: [],
  };
  return {
    wanted: { hash, type, party, people: JSON.parse(JSON.stringify(people)) as JsonValue },
    stored: {},
  };
}

/** The client and user that were found last time, as long as the document is addressed to the same party. */
export function rememberedPeople(binding: Binding | undefined, party: string): People | undefined {
  const image = binding?.image.wanted;
  return image?.['party'] === party ? (image['people'] as unknown as People) : undefined;
}

/** The document of the family that was pushed last. */
export function rememberedDocument(
  binding: Binding | undefined,
): { readonly number: string; readonly type: DocumentType } | undefined {
  const type = documentTypes.find((name) => name === binding?.image.wanted['type']);
  return binding === undefined || type === undefined ? undefined : { number: binding.recordId, type };
}

export function rememberedHash(binding: Binding | undefined): string | undefined {
  const hash = binding?.image.wanted['hash'];
  return typeof hash === 'string' ? hash : undefined;
}
