import { agent } from '../entities/agent.js';
import { showRow } from '../listing/show-row.js';
import { addQuoteLines } from '../quotes/add-quote-lines.js';
import { approveQuote } from '../quotes/approve-quote.js';
import { quotation } from '../quotes/quotation.js';
import { controlOf } from '../tenant/control.js';
import { ApiError, notFound } from './api-error.js';
import type { ApiAnswer, ApiCall, ApiRoute } from './api-route.js';
import type { SandboxState } from './sandbox-state.js';

const quoteWriters = quotation.scopes.write;

/** What does not follow the common rules of records. */
export const specialRoutes: readonly ApiRoute[] = [
  { method: 'GET', path: '/AuthInfo', scopes: 'open', handle: authInfo },
  { method: 'GET', path: '/Agent/me', scopes: [], handle: ownAgent },
  { method: 'GET', path: '/Lookup', scopes: 'setup', handle: lookup },
  { method: 'GET', path: '/Control', scopes: 'setup', handle: settings },
  { method: 'POST', path: '/Quotation/Approval', scopes: quoteWriters, handle: approval },
  { method: 'POST', path: '/Quotation/Lines', scopes: quoteWriters, handle: quoteLines },
];

function authInfo({ origin }: ApiCall, { world, seed }: SandboxState): ApiAnswer {
  if (world.switches.get('authInfo') === 'off') throw notFound();
  return { body: { auth_url: `${origin}/auth`, tenant_id: seed.tenant, auth_type: 0, product: 'HaloPSA' } };
}

/** The agent the application acts as. */
function ownAgent(_call: ApiCall, { world }: SandboxState): ApiAnswer {
  const me = world.tenant.find('agents', world.tenant.agentId);
  if (!me) throw new ApiError(500, 'The agent of the application is missing.');
  return { body: showRow(agent, me, world, 'details') };
}

function lookup({ query }: ApiCall, { world }: SandboxState): ApiAnswer {
  const table = query.count('lookupid');
  const all = query.flag('showallcodes') || query.flag('includeinactive');
  const rows = world.tenant.lookups.filter((row) => row['lookupid'] === table);
  return { body: rows.filter((row) => all || row['inactive'] !== true) };
}

function settings(_call: ApiCall, { world }: SandboxState): ApiAnswer {
  return { body: controlOf(world) };
}

function approval({ body }: ApiCall, { world }: SandboxState): ApiAnswer {
  const status = world.switches.get('createdStatus');
  return { status, body: approveQuote(body, world) ?? [], stored: true };
}

function quoteLines({ body }: ApiCall, { world }: SandboxState): ApiAnswer {
  return { status: world.switches.get('createdStatus'), body: addQuoteLines(body, world), stored: true };
}
