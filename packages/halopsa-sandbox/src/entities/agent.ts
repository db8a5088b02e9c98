import { recordFields } from '../fields/record-fields.js';
import { isSet } from '../tenant/row.js';
import type { Entity } from './entity.js';
import { setupScopes } from './setup-scopes.js';

/** Number of the agent that stands for nobody. */
export const unassignedAgentId = 1;

/** Schema `Uname`. */
export const agent: Entity = {
  collection: 'agents',
  route: 'Agent',
  scopes: setupScopes,
  fields: recordFields({
    text: { 255: 'name firstname surname initials email team jobtitle colour' },
    flag: 'isdisabled isapiagent is_agent is_sales',
  }),
  required: ['name'],
  defaults: { isdisabled: false, isapiagent: false },
  searched: ['name', 'email'],
  listed: (row, query) => {
    if (isSet(row, 'isapiagent') && !query.flag('includeapiagents')) return false;
    if (row.id === unassignedAgentId && !query.flag('includeunassigned')) return false;
    return isSet(row, 'isdisabled') ? query.flag('includedisabled') : query.flag('includeenabled', true);
  },
};
