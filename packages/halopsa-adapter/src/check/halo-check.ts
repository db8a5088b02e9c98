import {
  isQuotebridgeError,
  type CallOptions,
  type CheckFinding,
  type CheckReport,
} from '@quotebridge/core/plugin';
import { entities, type Entity } from '../api/entities.js';
import type { HaloApi } from '../api/halo-api.js';
import { inParallel } from '../api/in-parallel.js';
import { groupsOfItems } from '../lookups/lookup-sources.js';
import type { HaloRecord } from '../record/halo-record.js';
import { readFirstText, readFlag, readId } from '../record/read-values.js';
import { withoutUndefined } from '../record/without-undefined.js';
import type { HaloSettings } from '../settings/halo-settings.js';
import { controlFindings } from './control-findings.js';
import { pipelineFindings } from './pipeline-findings.js';
import { scopeFindings } from './scope-findings.js';
import { ticketTypeFindings } from './ticket-type-findings.js';

/** Records that a push reads; one row of each shows whether reading is permitted. */
const readRecords: readonly Entity[] = [
  entities.client,
  entities.user,
  entities.opportunity,
  entities.quote,
  entities.item,
];

/**
 * Who we are, what we may read, which features lack permissions, and what in the tenant gets in the way: nine requests,
 * those of signing in, and one for each ticket type with mandatory fields. What may be written cannot be tried without
 * writing.
 *
 * @throws `auth.rejected` and `remote.*` as any call; missing permissions are findings.
 */
export async function checkTenant(
  api: HaloApi,
  settings: HaloSettings,
  options?: CallOptions,
): Promise<CheckReport> {
  const { agent, problems } = await api.read(entities.agent, '/me', {}, options).then(
    (record) => ({ agent: record, problems: agentFindings(record) }),
    (error: unknown) => ({ agent: undefined, problems: permissionFinding(error) }),
  );
  const granted = await api.grantedScope(options);
  const readable = new Set<string>();
  let opportunity: HaloRecord | undefined;
  let control: HaloRecord | undefined;
  const parts: readonly (() => Promise<readonly CheckFinding[]>)[] = [
    ...readRecords.map((entity) => async () => {
      const rows = await api.list(entity, { pageinate: true, page_size: 1, page_no: 1 }, options);
      readable.add(entity.path);
      if (entity === entities.opportunity) opportunity = rows[0];
      return [accessFinding(entity)];
    }),
    () => ticketTypeFindings(api, settings, options),
    async () => groupFindings(await api.list(entities.productGroup, {}, options)),
    async () => {
      control = await api.read(entities.control, '', {}, options);
      return controlFindings(control, settings);
    },
  ];
  const findings = await inParallel(parts, (part) => part().catch(permissionFinding));
  return {
    account: withoutUndefined<CheckReport['account']>({
      id: agent === undefined ? undefined : readId(agent, 'id'),
      name: agent === undefined ? '' : readFirstText(agent, 'name'),
    }),
    server: api.server,
    findings: [
      ...problems,
      ...scopeFindings(granted, readable),
      ...findings.flat(),
      ...pipelineFindings(control ?? {}, opportunity, settings),
    ],
  };
}

const unknownAgent: CheckFinding = {
  level: 'warning',
  topic: 'agent',
  message: 'HaloPSA does not say which agent the application logs in as.',
  next: 'Look at “Agent to log in as” of the application: it should be an agent of its own.',
};

function accessFinding({ nouns }: Entity): CheckFinding {
  return { level: 'ok', topic: 'access', message: `Reading ${nouns} is permitted.` };
}

function groupFindings(rows: readonly HaloRecord[]): readonly CheckFinding[] {
  const groups = groupsOfItems(rows);
  if (groups.length > 0)
    return [{ level: 'ok', topic: 'product groups', message: `There are ${groups.length}.` }];
  return [
    {
      level: 'error',
      topic: 'product groups',
      message: 'There is no product group, so no item can be created.',
      next: 'Create one in HaloPSA (Configuration > Items).',
    },
  ];
}

function agentFindings(agent: HaloRecord | undefined): readonly CheckFinding[] {
  if (agent === undefined || readId(agent, 'id') === undefined) return [unknownAgent];
  if (readFlag(agent, 'isapiagent') !== false) return [];
  return [
    {
      level: 'warning',
      topic: 'agent',
      message: `The application logs in as ${readFirstText(agent, 'name')}, who is not an API-only agent.`,
      next: 'Use an agent of its own, so that people can tell what Quotebridge did.',
    },
  ];
}

/** A missing permission is what a check is to find; any other failure ends it. */
function permissionFinding(error: unknown): readonly CheckFinding[] {
  if (!isQuotebridgeError(error, 'permission.missing') && !isQuotebridgeError(error, 'remote.rejected'))
    throw error;
  const next = error.details.next === undefined ? {} : { next: error.details.next };
  return [{ level: 'error', topic: 'access', message: error.message, ...next }];
}
