import type { JsonObject } from '../base/json.js';
import { compileRows } from '../datalink/compile-rows.js';
import type { FieldReader } from '../datalink/field-reader.js';
import type { ContactManager } from '../contract/contact-manager.js';
import type { Conflict } from '../plan/plan.js';
import type { PushPolicy } from '../settings/push-policy.js';
import { knownHeaderFields, knownLineFields } from './known-columns.js';
import { lookupFaults } from './lookup-faults.js';
import type { LookupReader } from './lookup-reader.js';
import { partNumberRule } from './part-number-rule.js';
import { summaryPartNumberFaults } from './summary-part-number.js';

/** Everything wrong with the settings that shows without a document. */
export async function settingsFaults(input: {
  readonly contactManager: ContactManager;
  readonly schema: JsonObject;
  readonly settings: JsonObject;
  readonly policy: PushPolicy;
  readonly readLookup: LookupReader;
  readonly readFields: FieldReader;
}): Promise<readonly Conflict[]> {
  const { contactManager, schema, settings, policy, readLookup, readFields } = input;
  const numbers = partNumberRule(policy, {
    line: knownLineFields,
    header: knownHeaderFields,
    application: ['LoggedInUserName'],
  });
  const rows = await compileRows(contactManager, policy, undefined, readFields);
  return [
    ...(await lookupFaults(schema, settings, contactManager.lookups.names, readLookup, 'isFault')),
    ...('conflicts' in numbers ? numbers.conflicts : []),
    ...summaryPartNumberFaults(policy),
    ...rows.conflicts,
  ];
}
