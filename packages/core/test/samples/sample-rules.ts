import type { RuleSet } from '@quotebridge/mapping-rules';
import type { QuoteDocument } from '../../src/domain/document.js';
import { ConnectionRules } from '../../src/rules/connection-rules.js';
import type { DocumentRules } from '../../src/rules/document-rules.js';
import { effectivePolicy } from '../../src/rules/effective-rules.js';
import type { PushPolicy } from '../../src/settings/push-policy.js';
import { sampleDocument } from './sample-document.js';
import { samplePolicy } from './sample-policy.js';

/** The rules of a policy, and of a file whose line numbers are the lengths of the pointers. */
export function connectionRules(policy: PushPolicy, stated?: Omit<RuleSet, 'version'>): ConnectionRules {
  if (stated === undefined) return new ConnectionRules(policy);
  const document: RuleSet = { version: 1, ...stated };
  return new ConnectionRules(effectivePolicy(policy, document), {
    document,
    name: 'rules.yaml',
    lineOf: (pointer) => pointer.length,
  });
}

/** The same, ready for one document. */
export function sampleRules(
  policy: PushPolicy = samplePolicy(),
  document: QuoteDocument = sampleDocument(),
  application: Readonly<Record<string, string>> = {},
  stated?: Omit<RuleSet, 'version'>,
): DocumentRules {
  return connectionRules(policy, stated).forDocument(document, application);
}
