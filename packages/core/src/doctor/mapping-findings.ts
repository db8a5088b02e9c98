import type { LookupEntry } from '../contract/records.js';
import type { QuoteDocument } from '../domain/document.js';
import { findInLookup } from '../resolve/find-in-lookup.js';
import { unmappedNames } from '../resolve/mapping-coverage.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { DoctorFinding } from './doctor-report.js';

/** Names of the documents that the mapping tables do not cover, and what becomes of them. */
export function mappingFindings(
  documents: readonly QuoteDocument[],
  policy: PushPolicy,
  agents: readonly LookupEntry[],
): readonly DoctorFinding[] {
  const users = unmappedNames('users', policy.userMappings.users, documents)
    // An agent of the same name is found without a row.
    .filter(({ name }) => findInLookup(agents, name).length !== 1)
    .map((unmapped) => ({ ...userFinding(unmapped.name, policy), documents: unmapped.documents }));
  const groups = unmappedNames('groups', policy.productGroupMappings.groups, documents).map((unmapped) => ({
    ...groupFinding(unmapped.name, policy),
    documents: unmapped.documents,
  }));
  const all = [...users, ...groups];
  return all.length > 0
    ? all
    : [{ level: 'ok', topic: 'mappings', message: 'Every user and ItemType of the documents is mapped.' }];
}

function userFinding(name: string, { userMappings }: PushPolicy): DoctorFinding {
  const { unmapped, fallbackAgent } = userMappings;
  const then =
    unmapped === 'stop'
      ? 'their documents are not pushed'
      : unmapped === 'fallback' && fallbackAgent !== undefined
        ? `${fallbackAgent} gets their records`
        : 'the PSA decides who owns their records';
  return {
    level: unmapped === 'stop' ? 'error' : 'warning',
    topic: 'userMappings.users',
    message: `The user “${name}” is not mapped to an agent: ${then}.`,
    next: `quotebridge mappings users set ${quoted(name)} AGENT`,
  };
}

function groupFinding(name: string, { defaults }: PushPolicy): DoctorFinding {
  const { productGroup } = defaults;
  return {
    level: productGroup === undefined ? 'error' : 'warning',
    topic: 'productGroupMappings.groups',
    message: `The ItemType “${name}” is not mapped to a product group: ${
      productGroup === undefined
        ? 'new products of it cannot be created'
        : `new products of it go to the default group ${productGroup}`
    }.`,
    next: `quotebridge mappings groups set ${quoted(name)} GROUP`,
  };
}

function quoted(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : `"${name.replaceAll('"', '\\"')}"`;
}
