import { callOptions, type PlanContext } from '../plan/plan-context.js';
import { changesBetween } from '../plan/changes-between.js';
import type { BasisRecord, Plan } from '../plan/plan.js';
import { fingerprint } from '../plan/read-remote.js';
import type { StaleFinding } from './stale-findings.js';

/** Of our own writing, or of the adapter's: their change says nothing to a person. */
const unnamed = ['id', 'url', 'marker', 'stamp', 'opaque', 'key'];

/** The records that a plan relied on, as they are now: those that are gone, and those that are different and in what. */
export async function verifyRecords(context: PlanContext, plan: Plan): Promise<readonly StaleFinding[]> {
  const findings: StaleFinding[] = [];
  for (const record of plan.basis) {
    const { kind, id } = record;
    const now = await read(context, record);
    if (now === undefined)
      findings.push({
        what: `The ${kind} ${id} is no longer in the PSA`,
        where: `${kind} ${id}`,
        changes: [],
      });
    else if ((await fingerprint(now)) !== record.fingerprint)
      findings.push({
        what: `The ${kind} ${id} was changed in the PSA`,
        where: `${kind} ${id}`,
        changes: changesBetween({ ...record.seen }, { ...now }, unnamed),
      });
  }
  return findings;
}

async function read(
  context: PlanContext,
  { kind, id }: BasisRecord,
): Promise<BasisRecord['seen'] | undefined> {
  const { opportunities, quotes } = context.contactManager;
  return kind === 'opportunity'
    ? opportunities.get(id, callOptions(context))
    : quotes?.get(id, callOptions(context));
}
