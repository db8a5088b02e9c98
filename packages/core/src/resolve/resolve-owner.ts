import { compileTable } from '@quotebridge/mapping-rules';
import type { RecordId } from '../contract/records.js';
import type { QuoteDocument } from '../domain/document.js';
import type { Conflict, Match, PlanWarning } from '../plan/plan.js';
import type { Reason } from '../plan/reason.js';
import type { PushPolicy } from '../settings/push-policy.js';
import { findInLookup } from './find-in-lookup.js';
import type { LookupReader } from './lookup-reader.js';
import { resolveSetting } from './resolve-setting.js';

export interface Owner {
  readonly id?: RecordId;
  readonly reason?: Reason;
  readonly matches: readonly Match[];
  readonly conflicts: readonly Conflict[];
  readonly warnings: readonly PlanWarning[];
}

/** The agent who will own the opportunity and the quote, by the policy's rule and the user map. */
export async function resolveOwner(
  document: QuoteDocument,
  policy: PushPolicy,
  application: Readonly<Record<string, string>>,
  read: LookupReader,
): Promise<Owner> {
  const rule = policy.defaults.recordOwner;
  const user =
    rule === 'salesRepresentative'
      ? document.salesRepresentative
      : (application['LoggedInUserName'] ?? document.preparedBy);
  if (user === '') return unmapped(policy, read, 'The document names nobody as its owner.');

  const rows = Object.entries(policy.userMappings.users).map(([key, value]) => ({ key, value }));
  const row = compileTable(rows).lookup(user);
  if (row.matched === 'row') {
    const setting = `userMappings.users.${rows[row.row]?.key ?? user}`;
    const resolved = await resolveSetting(read, 'agents', row.value, setting);
    if ('conflict' in resolved) return { matches: [], conflicts: [resolved.conflict], warnings: [] };
    return owner(resolved.entry.id, resolved.entry.name, {
      from: 'mapping',
      at: setting,
      text: `${user} is mapped to ${resolved.entry.name}`,
    });
  }
  // Not worth a fresh list: most users are simply not mapped, and would cost a request with every push.
  const found = findInLookup((await read('agents')).entries, user);
  const [agent, ...more] = found;
  if (agent !== undefined && more.length === 0) {
    return owner(agent.id, agent.name, {
      from: 'match',
      at: 'userMappings',
      text: `the agent of the same name as ${user}`,
    });
  }
  return unmapped(policy, read, `The user “${user}” is not mapped to an agent (userMappings.users).`);
}

async function unmapped(policy: PushPolicy, read: LookupReader, message: string): Promise<Owner> {
  const { unmapped: rule, fallbackAgent } = policy.userMappings;
  if (rule === 'stop') {
    const next = 'Add the user to the user mappings.';
    return { matches: [], conflicts: [{ about: 'owner', message, next, candidates: [] }], warnings: [] };
  }
  if (rule === 'fallback') {
    if (fallbackAgent === undefined) {
      const next = 'Set userMappings.fallbackAgent, or userMappings.unmapped to leave or stop.';
      const conflict = {
        about: 'userMappings.fallbackAgent',
        message: `${message} No fallback agent is set.`,
        next,
      };
      return { matches: [], conflicts: [{ ...conflict, candidates: [] }], warnings: [] };
    }
    const resolved = await resolveSetting(read, 'agents', fallbackAgent, 'userMappings.fallbackAgent');
    if ('conflict' in resolved) return { matches: [], conflicts: [resolved.conflict], warnings: [] };
    const reason: Reason = { from: 'setting', at: 'userMappings.fallbackAgent', text: message };
    return {
      ...owner(resolved.entry.id, resolved.entry.name, reason),
      warnings: [{ about: 'owner', message }],
    };
  }
  return {
    matches: [],
    conflicts: [],
    warnings: [{ about: 'owner', message: `${message} The PSA decides who owns the records.` }],
  };
}

function owner(id: RecordId, name: string, reason: Reason): Owner {
  return { id, reason, matches: [{ kind: 'owner', id, name, reason }], conflicts: [], warnings: [] };
}
