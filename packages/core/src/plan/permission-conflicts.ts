import type { PlannedWrite } from '../contract/permission-needs.js';
import type { Operation } from './operation.js';
import { callOptions, type PlanContext } from './plan-context.js';
import type { Conflict } from './plan.js';

/** What the PSA is known not to permit, before the first write instead of in the middle of them. */
export async function permissionConflicts(
  context: PlanContext,
  operations: readonly Operation[],
): Promise<readonly Conflict[]> {
  const writes = new Set(operations.filter(({ action }) => action !== 'keep').map(plannedWrite));
  if (writes.size === 0) return [];
  const missing = await context.contactManager.missingPermissions?.([...writes], callOptions(context));
  return (missing ?? []).map((permission) => ({ ...permission, candidates: [] }));
}

function plannedWrite(operation: Operation): PlannedWrite {
  return operation.kind === 'removal' ? `${operation.object}Removal` : operation.kind;
}
