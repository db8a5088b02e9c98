import { piecesOf } from './pieces-of.js';
import type { ContactManager } from '../../src/contract/contact-manager.js';
import type { ApplyContext } from '../../src/apply/apply-context.js';
import { ownershipTable } from '../../src/plan/ownership.js';
import { planFormat, type Plan } from '../../src/plan/plan.js';
import type { PlanContext } from '../../src/plan/plan-context.js';
import type { PushPolicy } from '../../src/settings/push-policy.js';
import { composeSettingsSchema } from '../../src/settings/settings-schema.js';
import type { StateStore } from '../../src/state/state-store.js';
import { samplePolicy } from '../samples/sample-policy.js';
import { connectionRules } from '../samples/sample-rules.js';
import type { FakePsa } from './fake-psa.js';
import { ManualClock } from './manual-clock.js';

export interface SampleContext extends PlanContext {
  readonly clock: ManualClock;
  readonly reports: string[];
}

export function sampleContext(
  psa: FakePsa,
  state: StateStore,
  policy: PushPolicy = samplePolicy({ defaults: { productGroup: 'Hardware' } }),
  contactManager: ContactManager = psa.contactManager,
): SampleContext {
  const reports: string[] = [];
  return {
    connection: 'main',
    contactManagerId: 'fake',
    contactManager,
    policy,
    rules: connectionRules(policy),
    settings: JSON.parse(JSON.stringify(policy)) as PlanContext['settings'],
    settingsSchema: composeSettingsSchema({}),
    state,
    clock: new ManualClock(),
    owner: 'test',
    readFields: async (object) => ({
      entries: (await contactManager.fields?.list(object)) ?? [],
      fresh: true,
    }),
    readLookup: async (name) => ({ entries: psa.lookups[name] ?? [], fresh: true }),
    countRequests: () => ({ read: 0, write: psa.writes.length }),
    report: (message) => reports.push(message),
    reports,
  };
}

export function samplePlan(over: Partial<Plan> = {}): Plan {
  return {
    format: planFormat,
    digest: '0'.repeat(64),
    purpose: 'push',
    connection: 'main',
    contactManager: 'fake',
    createdAt: '2026-03-31T12:00:00.000Z',
    document: { number: 'Q1', type: 'QUOTE', name: '', family: 'Q1', hash: 'h', soldToHash: 's' },
    matches: [],
    operations: [],
    conflicts: [],
    warnings: [],
    money: { net: {}, optional: {} },
    ownership: ownershipTable(samplePolicy()),
    settings: {},
    basis: [],
    requests: { spent: { read: 0, write: 0 }, expected: { read: 0, write: 0 }, verifying: 0 },
    ...over,
  };
}

export function sampleApplyContext(context: SampleContext, plan: Plan = samplePlan()): ApplyContext {
  const openAttachment = (): AsyncIterable<Uint8Array> => piecesOf(new Uint8Array());
  return { ...context, plan, openAttachment, notice: ({ message }) => context.reports.push(message) };
}
