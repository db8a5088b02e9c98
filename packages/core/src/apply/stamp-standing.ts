import type { Plan } from '../plan/plan.js';
import type { BindingImage } from '../state/state-store.js';

/** The stamp of a record that a plan leaves as it is: as it was read, else as we remember it. */
export function stampStanding(
  plan: Plan,
  kind: 'opportunity' | 'quote',
  previous: BindingImage | undefined,
): string | undefined {
  const seen = plan.basis.find((record) => record.kind === kind)?.seen;
  return seen?.stamp ?? previous?.stamp;
}
