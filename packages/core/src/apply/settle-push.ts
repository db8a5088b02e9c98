import { documentImage, rememberedHash, unsettled } from '../plan/document-image.js';
import type { FamilyMemory } from '../plan/family-memory.js';
import { commit, type ApplyContext } from './apply-context.js';

/** From here on the PSA may show another document than the one that is remembered, however far this push gets. */
export async function unsettlePush(context: ApplyContext, { document }: FamilyMemory): Promise<void> {
  const { hash } = context.plan.document;
  if (document === undefined || hash === '' || hash === rememberedHash(document)) return;
  await commit(context, { bind: [unsettled(document)] });
}

/**
 * The document counts as pushed only when its money is proven; until then a rerun looks at everything again.
 * An unchanged plan knows less of the people than what is remembered already.
 */
export async function settlePush(
  context: ApplyContext,
  memory: FamilyMemory,
  proven: boolean,
): Promise<void> {
  const { number, family, hash } = context.plan.document;
  const nothing = context.plan.operations.length === 0;
  // Attaching a file says nothing about what was decided for the document.
  const decided = hash !== '' || nothing ? [...memory.decisions.keys()] : [];
  const remember = hash !== '' && (!proven || hash !== rememberedHash(memory.document));
  await commit(context, {
    closeIntents: memory.intents.map((intent) => intent.id),
    // Where nothing was written, the family may still turn out to be another one.
    numbers: nothing ? [] : [number, family],
    unbind: decided.map((key) => ({ kind: 'decision', key }) as const),
    ...(remember
      ? {
          bind: [
            { kind: 'document', key: family, recordId: number, image: documentImage(context.plan, proven) },
          ],
        }
      : {}),
  });
}
