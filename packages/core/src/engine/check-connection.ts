import type { CheckReport } from '../contract/check-report.js';
import type { LookupReader } from '../resolve/lookup-reader.js';
import { resolveTicketType } from '../resolve/resolve-ticket-type.js';
import { settingsFaults } from '../resolve/settings-faults.js';
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
  const findings = [...settingsFindings(faults)];
  const ticketType = await resolveTicketType(opened.policy, readLookup);
  if (opened.policy.defaults.ticketType === undefined && 'conflict' in ticketType) {
    const { message, next } = ticketType.conflict;
    findings.push({ level: 'error', topic: 'defaults.ticketType', message, next });
  }
  return { ...report, findings: [...report.findings, ...findings] };
}
