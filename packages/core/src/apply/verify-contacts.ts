import { callOptions, type PlanContext } from '../plan/plan-context.js';
import type { Plan } from '../plan/plan.js';
import { operationsByKind } from './operations-by-kind.js';
import { valueText } from './stale-findings.js';
import { stale } from './stale-plan.js';

/** DataLink must not write over what a person has changed since. */
export async function verifyContacts(context: PlanContext, plan: Plan): Promise<void> {
  for (const { action, object, id, name, before } of operationsByKind(plan).contacts) {
    if (action !== 'update') continue;
    const names = Object.keys(before);
    const now = await context.contactManager.fields?.read(object, id, names, callOptions(context));
    if (now === undefined) throw stale(`“${name}” is no longer in the PSA.`);
    const changed = names.find((field) => (now[field] ?? '') !== before[field]);
    if (changed === undefined) continue;
    const values = `${valueText(before[changed])} → ${valueText(now[changed])}`;
    throw stale(`The field ${changed} of “${name}” was changed in the PSA (${values}).`);
  }
}
