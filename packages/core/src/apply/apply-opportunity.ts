import type { StoredOpportunity } from '../contract/records.js';
import type { Marker, WriteAnswer } from '../contract/marker.js';
import type { OpportunityPort } from '../contract/opportunity-port.js';
import { opportunityStamp } from '../plan/content-stamp.js';
import type { OpportunityOperation } from '../plan/operation.js';
import { callOptions } from '../plan/plan-context.js';
import type { BindingImage } from '../state/state-store.js';
import { commit, type ApplyContext } from './apply-context.js';
import { createOnce, type CreatedOnce } from './create-once.js';
import type { RecordResult } from './push-result.js';
import { imageAfterWrite } from './image-after-write.js';
import { saysTheSame } from './says-the-same.js';
import { stampStanding } from './stamp-standing.js';
import { updateSurely } from './update-surely.js';

type Answer = WriteAnswer<StoredOpportunity>;

/** Carries out the opportunity's part of a plan and binds it. */
export async function applyOpportunity(
  context: ApplyContext,
  operation: OpportunityOperation,
  previous: BindingImage | undefined,
): Promise<RecordResult> {
  const { family } = context.plan.document;
  const marker = { key: operation.marker, stamp: await opportunityStamp(operation.image) };
  const bind = async (answer: Answer, stamp: string | undefined, intentId?: string): Promise<void> => {
    if (answer.stored !== undefined) context.onOpportunity?.(answer.stored);
    const image = imageAfterWrite({
      wanted: operation.image,
      written: operation.wanted,
      stored: answer.stored,
      previous,
      url: answer.url ?? operation.url,
      stamp,
    });
    await commit(context, {
      bind: [{ kind: 'opportunity', key: family, recordId: answer.id, image }],
      ...(intentId === undefined ? {} : { closeIntents: [intentId] }),
    });
  };

  const update = (id: string): Promise<Answer> =>
    updateSurely(context, () =>
      context.contactManager.opportunities.update(id, operation.wanted, marker, callOptions(context)),
    );

  if (operation.action === 'create') {
    context.report('Creating the opportunity');
    const { record, intentId, from } = await create(context, operation, marker);
    const answer =
      from === 'created' || saysTheSame(record.stored, marker) ? record : await update(record.id);
    await bind(answer, marker.stamp, intentId);
    return result(answer, from);
  }
  const id = operation.id ?? '';
  if (operation.action === 'keep') {
    await bind({ id }, stampStanding(context.plan, 'opportunity', previous));
    return { id, action: 'kept', ...(operation.url === undefined ? {} : { url: operation.url }) };
  }
  context.report('Updating the opportunity');
  const answer = await update(id);
  await bind(answer, marker.stamp);
  return result(answer, 'updated');
}

function create(
  context: ApplyContext,
  { wanted }: OpportunityOperation,
  marker: Marker,
): Promise<CreatedOnce<Answer>> {
  const port: OpportunityPort = context.contactManager.opportunities;
  const { clientId = '', title } = wanted;
  const scope = { clientId, titles: title === undefined ? [] : [title] };
  return createOnce<Answer>(context, {
    operation: 'opportunity',
    marker: marker.key,
    title,
    create: () => port.create(wanted, marker, callOptions(context)),
    find: async (known) => {
      const where = { ...scope, ...(known === undefined ? {} : { known }) };
      const found = await port.findByMarker(marker, where, callOptions(context));
      return found.map((stored) => ({
        id: stored.id,
        ...(stored.url === undefined ? {} : { url: stored.url }),
        stored,
      }));
    },
    remove: port.remove === undefined ? undefined : async (id) => port.remove?.(id, callOptions(context)),
  });
}

function result(answer: Answer, action: RecordResult['action']): RecordResult {
  return { id: answer.id, action, ...(answer.url === undefined ? {} : { url: answer.url }) };
}
