import type { StoredOpportunity } from '../contract/records.js';
import { rememberedDocument } from '../plan/document-image.js';
import { rememberFamily, type FamilyMemory } from '../plan/family-memory.js';
import { ownershipTable, type FieldOwnership } from '../plan/ownership.js';
import { callOptions, type PlanContext } from '../plan/plan-context.js';
import { readBoundQuote } from '../plan/read-remote.js';
import { isWrittenElsewhere } from '../state/is-written-elsewhere.js';
import type { Binding } from '../state/state-store.js';
import { compareFields } from './compare-fields.js';
import { compareLines } from './compare-lines.js';
import type { Drift, RecordDrift } from './drift.js';

/** Compares what was last sent of a family with what stands in the PSA now. Reads only; no document is needed. */
export async function readDrift(context: PlanContext, family: string): Promise<Drift> {
  const before = context.countRequests();
  const memory = await rememberFamily(context.state, context.connection, family);
  const { policy } = context;
  const ownership = ownershipTable(policy);
  const quote = await readBoundQuote(context, memory);
  const { lines, money } = compareLines({
    sent: memory.lines,
    stored: memory.quote === undefined ? [] : quote && (quote.lines ?? []),
    ownership: ownership.lines,
    foreignLines: policy.quote.foreignLines,
  });
  const records = [
    ...(await readOpportunity(context, memory.opportunity, ownership.opportunity)),
    ...(memory.quote === undefined ? [] : [recordDrift('quote', memory.quote, quote, ownership.quote)]),
    ...(await readContact(context, 'clients', memory.client, ownership.clients)),
    ...(await readContact(context, 'users', memory.user, ownership.users)),
    ...(await readAttachments(context, memory)),
  ];
  const document = rememberedDocument(memory.document);
  const after = context.countRequests();
  return {
    family,
    ...(document === undefined ? {} : { document }),
    verdict: verdictOf(memory, records, lines.length > 0),
    records,
    lines,
    money,
    requests: { read: after.read - before.read, write: after.write - before.write },
  };
}

function verdictOf(
  { opportunity, quote }: FamilyMemory,
  records: readonly RecordDrift[],
  linesDiffer: boolean,
): Drift['verdict'] {
  if (opportunity === undefined && quote === undefined) return 'neverSent';
  const isGone = ({ kind, state }: RecordDrift): boolean =>
    state === 'gone' && (kind === 'opportunity' || kind === 'quote');
  if (records.some(isGone)) return 'gone';
  return linesDiffer || records.some(({ state }) => state !== 'equal') ? 'changed' : 'equal';
}

async function readOpportunity(
  context: PlanContext,
  binding: Binding | undefined,
  ownership: FieldOwnership,
): Promise<readonly RecordDrift[]> {
  if (binding === undefined) return [];
  const { opportunities } = context.contactManager;
  const now: StoredOpportunity | undefined = await opportunities.get(binding.recordId, callOptions(context));
  const drift = recordDrift('opportunity', binding, now, ownership);
  return [now === undefined ? drift : { ...drift, outcome: now.outcome }];
}

async function readContact(
  context: PlanContext,
  object: 'clients' | 'users',
  binding: Binding | undefined,
  ownership: FieldOwnership,
): Promise<readonly RecordDrift[]> {
  const port = context.contactManager.fields;
  if (binding === undefined || port === undefined) return [];
  const names = Object.keys(binding.image.wanted);
  if (names.length === 0) return [];
  const now = await port.read(object, binding.recordId, names, callOptions(context));
  const kind = object === 'clients' ? 'client' : 'user';
  // Names of DataLink's rows; the fields of these two records are nothing else.
  const byName = Object.fromEntries(names.map((name) => [name, ownership[`linked.${name}`] ?? 'shared']));
  return [recordDrift(kind, binding, now, byName)];
}

async function readAttachments(
  context: PlanContext,
  { attachments, opportunity }: FamilyMemory,
): Promise<readonly RecordDrift[]> {
  const port = context.contactManager.attachments;
  if (attachments.size === 0 || opportunity === undefined || port === undefined) return [];
  const there = new Set((await port.list(opportunity.recordId, callOptions(context))).map(({ id }) => id));
  return [...attachments.values()].map(({ recordId, image }): RecordDrift => {
    const name = typeof image.stored['name'] === 'string' ? image.stored['name'] : recordId;
    const base = { kind: 'attachment', id: recordId, name, fields: [] } as const;
    // A file that was sent once is not sent again because a person deleted it.
    return there.has(recordId) ? { ...base, state: 'equal' } : { ...base, state: 'gone', nextPush: 'left' };
  });
}

function recordDrift(
  kind: RecordDrift['kind'],
  binding: Binding,
  now: object | undefined,
  ownership: FieldOwnership,
): RecordDrift {
  const { recordId, image } = binding;
  const { title } = (now ?? image.wanted) as { readonly title?: unknown };
  const name = typeof title === 'string' ? title : recordId;
  const base = { kind, id: recordId, name, ...(image.url === undefined ? {} : { url: image.url }) };
  if (now === undefined) {
    const nextPush = kind === 'opportunity' || kind === 'quote' ? 'createdAgain' : 'left';
    return { ...base, state: 'gone', fields: [], nextPush };
  }
  const fields = compareFields(image, now, ownership);
  const elsewhere = isWrittenElsewhere(binding, { id: recordId, ...now });
  return {
    ...base,
    state: fields.length === 0 ? 'equal' : 'changed',
    ...(elsewhere ? { writtenElsewhere: true } : {}),
    fields,
  };
}
