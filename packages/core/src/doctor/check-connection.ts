import type { CheckReport } from '../contract/check-report.js';
import type { LookupReader } from '../resolve/lookup-reader.js';
import { notPermitted } from '../resolve/not-permitted.js';
import { resolveTicketType } from '../resolve/resolve-ticket-type.js';
import type { SettingsFault } from '../resolve/settings-fault.js';
import { settingsFaults } from '../resolve/settings-faults.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { CachedLookups } from '../engine/cached-lookups.js';
import type { ConnectionLists } from '../engine/connection-lists.js';
import type { ConnectionParts } from '../engine/connection-parts.js';
import type { OperationOptions } from '../engine/engine-types.js';
import { signalOf } from '../engine/signal-of.js';
import { settingsFindings } from './settings-findings.js';
import { whyMissing } from './why-missing.js';

/** What the contact manager finds, and everything that the settings name against lists that are read again. */
export async function checkConnection(
  { contactManager, schema, opened }: ConnectionParts,
  { lookups, fields }: ConnectionLists,
  options: OperationOptions,
): Promise<CheckReport> {
  const report = await contactManager.check(signalOf(options));
  const readLookup = readAgainOnce(lookups, options);
  const faults = await settingsFaults({
    contactManager,
    schema,
    settings: opened.plain,
    policy: opened.policy,
    rules: opened.rules,
    readLookup,
    readFields: (object) => fields.read(object, { fresh: true, ...signalOf(options) }),
    whyMissing: whyMissing({
      port: contactManager.lookups,
      current: async (name) => (await readLookup(name)).entries,
      former: (name) => lookups.former(name),
      options: signalOf(options),
    }),
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

/** What was changed in the PSA a minute ago is to be seen. */
function readAgainOnce(lookups: CachedLookups, options: OperationOptions): LookupReader {
  const readings = new Map<string, ReturnType<LookupReader>>();
  return (name) => {
    const known = readings.get(name);
    if (known !== undefined) return known;
    const reading = lookups.readAgain(name, signalOf(options)).then((entries) => ({ entries, fresh: true }));
    readings.set(name, reading);
    return reading;
  };
}
