import type { CheckReport } from '../contract/check-report.js';
import type { LookupReader } from '../resolve/lookup-reader.js';
import { notPermitted } from '../resolve/not-permitted.js';
import { resolveTicketType } from '../resolve/resolve-ticket-type.js';
import type { SettingsFault } from '../resolve/settings-fault.js';
import { settingsFaults } from '../resolve/settings-faults.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { ConnectionLists } from './connection-lists.js';
import type { ConnectionParts } from './connection-parts.js';
import type { OperationOptions } from './engine-types.js';
import { settingsFindings } from './settings-findings.js';
import { signalOf } from './signal-of.js';

/** What the contact manager finds, and everything that the settings name against lists that are read again. */
export async function checkConnection(
  { contactManager, schema, opened }: ConnectionParts,
  { lookups, fields }: ConnectionLists,
  options: OperationOptions,
): Promise<CheckReport> {
  const report = await contactManager.check(signalOf(options));
  const readLookup: LookupReader = (name) => lookups.read(name, { fresh: true, ...signalOf(options) });
  const faults = await settingsFaults({
    contactManager,
    schema,
    settings: opened.plain,
    policy: opened.policy,
    readLookup,
    readFields: (object) => fields.read(object, { fresh: true, ...signalOf(options) }),
  });
  const unset =
    opened.policy.defaults.ticketType === undefined ? await ticketTypeFaults(opened.policy, readLookup) : [];
  const isAllRead = report.findings.every(({ level }) => level !== 'error');
  return {
    ...report,
    findings: [...report.findings, ...settingsFindings([...faults, ...unset], isAllRead)],
  };
}

/** A ticket type that is not set must be the only one. */
async function ticketTypeFaults(
  policy: PushPolicy,
  readLookup: LookupReader,
): Promise<readonly SettingsFault[]> {
  try {
    const resolved = await resolveTicketType(policy, readLookup);
    return 'conflict' in resolved ? [{ ...resolved.conflict, candidates: [] }] : [];
  } catch (error) {
    return [notPermitted(error, 'defaults.ticketType')];
  }
}
