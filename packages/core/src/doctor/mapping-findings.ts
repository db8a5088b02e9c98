import type { LookupEntry } from '../contract/records.js';
import type { QuoteDocument } from '../domain/document.js';
import { findInLookup } from '../resolve/find-in-lookup.js';
import { uncoveredNames } from '../resolve/mapping-coverage.js';
import type { ConnectionRules } from '../rules/connection-rules.js';
import type { DocumentRules } from '../rules/document-rules.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { DoctorFinding } from './doctor-report.js';

/** Names of the documents that the mapping tables do not cover, and what becomes of them. */
export function mappingFindings(
  documents: readonly QuoteDocument[],
  policy: PushPolicy,
  rules: ConnectionRules,
  agents: readonly LookupEntry[],
): readonly DoctorFinding[] {
  const rulesFor = (document: QuoteDocument): DocumentRules => rules.forDocument(document, {});
  const users = uncoveredNames('users', documents, rulesFor)
    // An agent of the same name is found without a row.
    .filter(({ name }) => findInLookup(agents, name).length !== 1)
    .map((unmapped) => ({ ...userFinding(unmapped.name, policy, rules), documents: unmapped.documents }));
  const groups = uncoveredNames('groups', documents, rulesFor).map((unmapped) => ({
    ...groupFinding(unmapped.name, rules),
    documents: unmapped.documents,
  }));
  const all = [...users, ...groups];
  return all.length > 0
    ? all
    : [{ level: 'ok', topic: 'mappings', message: 'Every user and ItemType of the documents is mapped.' }];
}

function userFinding(
  name: string,
  { userMappings }: PushPolicy,
  { places, ruleSet }: ConnectionRules,
): DoctorFinding {
  const { unmapped, fallbackAgent } = userMappings;
  const otherwise = ruleSet.users?.default;
  if (otherwise !== undefined) {
    const message = `The user “${name}” is not mapped to an agent: ${otherwise} gets their records.`;
    return {
      level: 'warning',
      topic: places.at('/users/rows'),
      message,
      next: addRow(places.at('/users/rows')),
    };
  }
  const then =
    unmapped === 'stop'
      ? 'their documents are not pushed'
      : unmapped === 'fallback' && fallbackAgent !== undefined
        ? `${fallbackAgent} gets their records`
        : 'the PSA decides who owns their records';
  return {
    level: unmapped === 'stop' ? 'error' : 'warning',
    topic: places.at('/users/rows'),
    message: `The user “${name}” is not mapped to an agent: ${then}.`,
    next: places.isOfFile('/users')
      ? addRow(places.at('/users/rows'))
      : `quotebridge mappings users set ${quoted(name)} AGENT`,
  };
}

function groupFinding(name: string, { places, ruleSet }: ConnectionRules): DoctorFinding {
  const productGroup = ruleSet.productGroups?.default;
  return {
    level: productGroup === undefined ? 'error' : 'warning',
    topic: places.at('/productGroups/rows'),
    message: `The ItemType “${name}” is not mapped to a product group: ${
      productGroup === undefined
        ? 'new products of it cannot be created'
        : `new products of it go to the default group ${productGroup}`
    }.`,
    next: places.isOfFile('/productGroups')
      ? addRow(places.at('/productGroups/rows'))
      : `quotebridge mappings groups set ${quoted(name)} GROUP`,
  };
}

function addRow(table: string): string {
  return `Add a row for it to ${table} in the rule file.`;
}

function quoted(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : `"${name.replaceAll('"', '\\"')}"`;
}
