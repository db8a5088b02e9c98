import type { MacroScope } from '@quotebridge/mapping-rules';
import type { RecordId } from '../contract/records.js';
import type { QuoteDocument } from '../domain/document.js';
import type { Conflict, Match, PlanWarning } from '../plan/plan.js';
import type { Considered, Reason } from '../plan/reason.js';
import { consideredRows } from '../rules/considered-rows.js';
import type { DocumentRules } from '../rules/document-rules.js';
import { keyedUser } from '../rules/keyed-user.js';
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
  rules: DocumentRules,
  read: LookupReader,
): Promise<Owner> {
  const { places, ruleSet, compiled } = rules;
  const scope = rules.scope();
  const { user, named } = whoIsNamed(document, policy, rules, scope);
  const table = compiled.tables.users;
  const answer = table?.lookup(scope, user);
  const usersAt = places.at('/users/rows');
  if (user === '' && answer?.value === undefined)
    return unmapped(policy, read, 'The document names nobody as its owner.');

  if (table !== undefined && answer?.value !== undefined) {
    const pointer = rules.pointerOf('users', answer);
    const setting = places.at(pointer);
    const place = places.inFile(pointer);
    const resolved = await resolveSetting(read, 'agents', answer.value, setting, place);
    if ('conflict' in resolved) return { matches: [], conflicts: [resolved.conflict], warnings: [] };
    const { name } = resolved.entry;
    const byRow = answer.matched === 'row';
    const rows: readonly Considered[] = places.isOfFile('/users')
      ? consideredRows(
          {
            path: '/users',
            compiled: table,
            fallback: ruleSet.users?.fallback,
            trace: table.explain(scope, user),
          },
          rules,
        )
      : [];
    const said: Considered = {
      candidate: answer.value,
      at: setting,
      taken: true,
      why: byRow ? 'the row of the user mappings for this name' : 'the default of the user mappings',
    };
    return owner(resolved.entry.id, name, {
      from: 'mapping',
      at: setting,
      text: byRow ? `${user} is mapped to ${name}` : `${user} has no row, and the default is ${name}`,
      considered: [named, ...(rows.some(({ taken }) => taken) ? rows : [...rows, said])],
    });
  }
  // Not worth a fresh list: most users are simply not mapped, and would cost a request with every push.
  const noRow: Considered = {
    candidate: user,
    at: usersAt,
    taken: false,
    why:
      (table?.size ?? 0) === 0 ? 'nobody is mapped' : `none of the ${table?.size ?? 0} rows is for this name`,
  };
  const found = findInLookup((await read('agents')).entries, user);
  const [agent, ...more] = found;
  if (agent !== undefined && more.length === 0) {
    return owner(agent.id, agent.name, {
      from: 'match',
      at: places.isOfFile('/users') ? places.at('/users') : 'userMappings',
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
  const message = `The user “${user}” is not mapped to an agent (${usersAt}).`;
  return unmapped(policy, read, message, [named, noRow, noAgent]);
}

/** Whose name the table is asked for. */
function whoIsNamed(
  document: QuoteDocument,
  { defaults }: PushPolicy,
  { ruleSet, places }: DocumentRules,
  scope: MacroScope,
): { readonly user: string; readonly named: Considered } {
  const key = ruleSet.users?.key;
  if (key !== undefined) {
    const user = keyedUser(key, scope);
    return {
      user,
      named: { candidate: user, at: places.at('/users/key'), taken: true, why: `${key} of the document` },
    };
  }
  const isRepresentative = defaults.recordOwner === 'salesRepresentative';
  const user = isRepresentative
    ? document.salesRepresentative
    : (scope.application['LoggedInUserName'] ?? document.preparedBy);
  const why = isRepresentative
    ? 'the sales representative of the document'
    : 'the person who is logged in to the quoting tool, else who prepared the document';
  return { user, named: { candidate: user, at: 'defaults.recordOwner', taken: true, why } };
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
