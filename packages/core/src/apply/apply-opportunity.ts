import type { StoredOpportunity } from '../contract/records.js';
import type { WriteAnswer } from '../contract/marker.js';
import type { OpportunityOperation } from '../plan/operation.js';
import { callOptions } from '../plan/plan-context.js';
import type { BindingImage } from '../state/state-store.js';
import { commit, type ApplyContext } from './apply-context.js';
import { createOnce } from './create-once.js';
import { onlyOne } from './only-one.js';
import type { RecordResult } from './push-result.js';
import { imageAfterWrite } from './image-after-write.js';
import { updateSurely } from './update-surely.js';

/** Carries out the opportunity's part of a plan and binds it. */
export async function applyOpportunity(
  context: ApplyContext,
  operation: OpportunityOperation,
  previous: BindingImage | undefined,
): Promise<RecordResult> {
  const port = context.contactManager.opportunities;
  const { family } = context.plan.document;
  const marker = { key: operation.marker };
  const bind = async (answer: WriteAnswer<StoredOpportunity>, intentId?: string): Promise<void> => {
    const image = imageAfterWrite({
      wanted: operation.image,
      written: operation.wanted,
      stored: answer.stored,
      previous,
      url: answer.url ?? operation.url,
    });
    await commit(context, {
      bind: [{ kind: 'opportunity', key: family, recordId: answer.id, image }],
      ...(intentId === undefined ? {} : { closeIntents: [intentId] }),
    });
  };

  if (operation.action === 'create') {
    context.report('Creating the opportunity');
    const clientId = operation.wanted.clientId ?? '';
    const { created, intentId, found } = await createOnce<WriteAnswer<StoredOpportunity>>(context, {
      operation: 'opportunity',
      marker: marker.key,
      create: () => port.create(operation.wanted, marker, callOptions(context)),
      find: async () => {
        const titles = operation.wanted.title === undefined ? [] : [operation.wanted.title];
        const found = await port.findByMarker(marker, { clientId, titles }, callOptions(context));
        const only = onlyOne(found, `the opportunity with the marker ${marker.key}`);
        return only === undefined ? undefined : { ...only, stored: only };
      },
    });
    await bind(created, intentId);
    return result(created, found ? 'found' : 'created');
  }
  const id = operation.id ?? '';
  if (operation.action === 'keep') {
    await bind({ id });
    return { id, action: 'kept', ...(operation.url === undefined ? {} : { url: operation.url }) };
  }
  context.report('Updating the opportunity');
  const answer = await updateSurely(context, () =>
    port.update(id, operation.wanted, marker, callOptions(context)),
  );
  await bind(answer);
  return result(answer, 'updated');
}

function result(answer: WriteAnswer<StoredOpportunity>, action: RecordResult['action']): RecordResult {
  return { id: answer.id, action, ...(answer.url === undefined ? {} : { url: answer.url }) };
}
