import type { JsonObject } from '../base/json.js';
import { compileRows, type DataLinkRows } from '../datalink/compile-rows.js';
import type { FieldReader } from '../datalink/field-reader.js';
import type { ContactManager } from '../contract/contact-manager.js';
import type { ConnectionRules } from '../rules/connection-rules.js';
import { problemConflict } from '../rules/problem-conflict.js';
import type { PushPolicy } from '../settings/push-policy.js';
import { lookupFaults, lookupValues, type WhyMissing } from './lookup-faults.js';
import type { LookupReader } from './lookup-reader.js';
import { notPermitted } from './not-permitted.js';
import type { SettingsFault } from './settings-fault.js';
import { untoldColumn } from './untold-column.js';
import { unmetSettings } from './unmet-settings.js';

/** Everything wrong with the settings that shows without a document. */
export async function settingsFaults(input: {
  readonly contactManager: ContactManager;
  readonly schema: JsonObject;
  readonly settings: JsonObject;
  readonly policy: PushPolicy;
  readonly rules: ConnectionRules;
  readonly readLookup: LookupReader;
  readonly readFields: FieldReader;
  readonly whyMissing?: WhyMissing;
}): Promise<readonly SettingsFault[]> {
  const { contactManager, schema, settings, policy, rules, readLookup, readFields, whyMissing } = input;
  return [
    ...(await lookupFaults(
      [...lookupValues(schema, settings), ...rules.lookups],
      contactManager.lookups.names,
      readLookup,
      'isFault',
      whyMissing,
    )),
    ...rules.checked().problems.map((problem): SettingsFault => {
      const conflict = problemConflict(problem, rules.places);
      return problem.severity === 'error'
        ? untoldColumn(problem, conflict)
        : { ...conflict, level: 'warning' };
    }),
    ...rules.faults,
    ...(await dataLinkFaults(contactManager, { policy, rules }, readFields)),
    ...unmetSettings(policy, rules),
  ];
}

/** Fields that may not be listed leave the table open; the other settings are still answered. */
async function dataLinkFaults(
  contactManager: ContactManager,
  rows: DataLinkRows,
  readFields: FieldReader,
): Promise<readonly SettingsFault[]> {
  try {
    return (await compileRows(contactManager, rows, undefined, readFields)).conflicts;
  } catch (error) {
    return [notPermitted(error, rows.rules.places.at('/dataLink'))];
  }
}
