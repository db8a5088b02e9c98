import { canonicalJson } from '../base/canonical-json.js';
import { sha256 } from '../base/sha256.js';
import type { JsonValue } from '../base/json.js';
import { documentTypes, type DocumentType, type QuoteDocument } from '../domain/document.js';
import type { People } from '../resolve/resolve-people.js';
import type { Binding, BindingImage } from '../state/state-store.js';
import type { PlanContext } from './plan-context.js';
import type { Match, Plan } from './plan.js';
import type { Considered } from './reason.js';

/** Over document and settings: when neither has changed, there is nothing new to say. */
export async function documentHash(context: PlanContext, document: QuoteDocument): Promise<string> {
  const rules = await context.rules.hash;
  return sha256(
    canonicalJson({
      document,
      settings: context.settings,
      contactManager: context.contactManagerId,
      // Documents that were pushed before there was a rule file count as pushed.
      ...(rules === undefined ? {} : { rules }),
    }),
  );
}

export async function soldToHash(document: QuoteDocument): Promise<string> {
  return sha256(canonicalJson(document.soldTo));
}

/**
 * What is remembered of the document once all of its plan has gone through.
 *
 * @param isProven false: it is known which document was pushed and for whom, but it does not count as pushed
 */
export function documentImage(plan: Plan, isProven: boolean): BindingImage {
  const { soldToHash: party, type } = plan.document;
  const hash = isProven ? plan.document.hash : '';
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

/** The same document as one that does not count as pushed, so that the next push looks at everything. */
export function unsettled(document: Binding): Binding {
  return { ...document, image: { ...document.image, wanted: { ...document.image.wanted, hash: '' } } };
}

/** The client and user that were found last time, as long as the document is addressed to the same party. */
export function rememberedPeople(binding: Binding | undefined, party: string): People | undefined {
  const image = binding?.image.wanted;
  if (image?.['party'] !== party) return undefined;
  const people = image['people'] as unknown as People;
  return { ...people, matches: people.matches.map(asRemembered) };
}

const rememberedParty: Considered = {
  candidate: 'who was found at the last push',
  taken: true,
  why: 'the document is addressed as it was then',
};

/** Says it once, however often it is remembered. */
function asRemembered(match: Match): Match {
  const { considered = [], ...reason } = match.reason;
  const others = considered.filter(({ candidate }) => candidate !== rememberedParty.candidate);
  return { ...match, reason: { ...reason, considered: [rememberedParty, ...others] } };
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
