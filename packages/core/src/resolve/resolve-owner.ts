import { compileTable } from '@quotebridge/mapping-rules';
import type { RecordId } from '../contract/records.js';
import type { QuoteDocument } from '../domain/document.js';
import type { Conflict, Match, PlanWarning } from '../plan/plan.js';
import type { Considered, Reason } from '../plan/reason.js';
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

  const named = whoIsNamed(rule, user);
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
      considered: [
        named,
        { candidate: row.value, at: setting, taken: true, why: 'the row of the user mappings for this name' },
      ],
    });
  }
  // Not worth a fresh list: most users are simply not mapped, and would cost a request with every push.
  const noRow: Considered = {
    candidate: user,
    at: 'userMappings.users',
    taken: false,
    why: rows.length === 0 ? 'nobody is mapped' : `none of the ${rows.length} rows is for this name`,
  };
  const found = findInLookup((await read('agents')).entries, user);
  const [agent, ...more] = found;
  if (agent !== undefined && more.length === 0) {
    return owner(agent.id, agent.name, {
      from: 'match',
      at: 'userMappings',
      text: `the agent of the same name as ${user}`,
      considered: [
        named,
        noRow,
        { candidate: `${agent.name} (${agent.id})`, at: 'agents', taken: true, why: 'has the same name' },
      ],
    });
  }
  const noAgent: Considered = {
    candidate: user,
    at: 'agents',
    taken: false,
    why: found.length === 0 ? 'no agent has this name' : `${found.length} agents have this name`,
  };
  const message = `The user “${user}” is not mapped to an agent (userMappings.users).`;
  return unmapped(policy, read, message, [named, noRow, noAgent]);
}

function whoIsNamed(rule: PushPolicy['defaults']['recordOwner'], user: string): Considered {
  const why =
    rule === 'salesRepresentative'
      ? 'the sales representative of the document'
      : 'the person who is logged in to the quoting tool, else who prepared the document';
  return { candidate: user, at: 'defaults.recordOwner', taken: true, why };
}

async function unmapped(
  policy: PushPolicy,
  read: LookupReader,
  message: string,
  considered: readonly Considered[] = [],
): Promise<Owner> {
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
    const fallback = { candidate: fallbackAgent, at: 'userMappings.fallbackAgent', taken: true };
    const reason: Reason = {
      from: 'setting',
      at: 'userMappings.fallbackAgent',
      text: message,
      considered: [
        ...considered,
        { ...fallback, why: 'who owns what nobody is mapped for (userMappings.unmapped)' },
      ],
    };
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
