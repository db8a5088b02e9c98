import type { RecordId } from '../contract/records.js';
import type { Binding } from '../state/state-store.js';
import type { OpportunityOperation } from './operation.js';

/** An opportunity that a plan leaves as it is. */
export function keptOpportunity(
  id: RecordId,
  marker: string,
  binding: Binding | undefined,
): OpportunityOperation {
  const { url, wanted = {} } = binding?.image ?? {};
  return {
    kind: 'opportunity',
    action: 'keep',
    id,
    ...(url === undefined ? {} : { url }),
    marker,
    wanted: {},
    before: {},
    reasons: {},
    image: wanted,
  };
}
