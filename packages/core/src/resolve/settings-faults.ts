import type { JsonObject } from '../base/json.js';
import { compileRows } from '../datalink/compile-rows.js';
import type { FieldReader } from '../datalink/field-reader.js';
import type { ContactManager } from '../contract/contact-manager.js';
import type { PushPolicy } from '../settings/push-policy.js';
import { knownHeaderFields, knownLineFields } from './known-columns.js';
import { lookupFaults, type WhyMissing } from './lookup-faults.js';
import type { LookupReader } from './lookup-reader.js';
import { notPermitted } from './not-permitted.js';
import { partNumberConflict, partNumberRule } from './part-number-rule.js';
import type { SettingsFault } from './settings-fault.js';
import { summaryPartNumberFaults } from './summary-part-number.js';
import { untoldColumn } from './untold-column.js';
import { unmetSettings } from './unmet-settings.js';

/** Everything wrong with the settings that shows without a document. */
export async function settingsFaults(input: {
  readonly contactManager: ContactManager;
  readonly schema: JsonObject;
  readonly settings: JsonObject;
  readonly policy: PushPolicy;
  readonly readLookup: LookupReader;
  readonly readFields: FieldReader;
  readonly whyMissing?: WhyMissing;
}): Promise<readonly SettingsFault[]> {
  const { contactManager, schema, settings, policy, readLookup, readFields, whyMissing } = input;
  const numbers = partNumberRule(policy, {
    line: knownLineFields,
    header: knownHeaderFields,
    application: ['LoggedInUserName'],
  });
  return [
    ...(await lookupFaults(
      schema,
      settings,
      contactManager.lookups.names,
      readLookup,
      'isFault',
      whyMissing,
    )),
    ...('faults' in numbers
      ? numbers.faults.map((fault) => untoldColumn(fault, ['&DI_', '&DH_'], partNumberConflict(fault)))
      : []),
    ...summaryPartNumberFaults(policy),
    ...(await dataLinkFaults(contactManager, policy, readFields)),
    ...unmetSettings(policy),
  ];
}

/** Fields that may not be listed leave the table open; the other settings are still answered. */
async function dataLinkFaults(
  contactManager: ContactManager,
  policy: PushPolicy,
  readFields: FieldReader,
): Promise<readonly SettingsFault[]> {
  try {
    return (await compileRows(contactManager, policy, undefined, readFields)).conflicts;
  } catch (error) {
    return [notPermitted(error, 'dataLink.rows')];
  }
}
