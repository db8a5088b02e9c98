import type { ConformanceSubject, FaultKind, OpenOptions, Samples } from '@quotebridge/adapter-testkit';
import type { SandboxOptions, SeedFile } from '@quotebridge/halopsa-sandbox';
import type { HttpRequest, QuoteLineFields } from '@quotebridge/core/plugin';
import { inspect } from 'node:util';
import { openSandbox, type OpenSandbox } from './open-sandbox.js';

const periodCodes = { oneOff: 0, weekly: 1, monthly: 2, yearly: 3, quarterly: 4 };

const branches = Array.from({ length: 120 }, (_, index) => ({ id: 1200 + index, name: `Branch ${index}` }));
const clients = [
  { id: 1101, name: 'Acme Dental Group', inactive: false, default_currency_code: 2 },
  { id: 1102, name: 'Gone & Forgotten', inactive: true },
  ...branches,
];
const deliveryAddress = {
  line1: '1 Main St',
  line2: 'Floor 2',
  line3: 'Springfield',
  line4: '',
  postcode: '01101',
};
const sites = clients.map(({ id }) => ({
  id: id + 1000,
  name: 'Main',
  client_id: id,
  ...(id === 1101 ? { delivery_address: deliveryAddress } : {}),
}));
const parts = Array.from({ length: 130 }, (_, index) => ({
  id: 4200 + index,
  name: `P-${index}`,
  assetgroup_id: 41,
  ...(index === 7 ? { default_supplier_part_code: 'BD-0007' } : {}),
}));

const seed: SeedFile = {
  clients,
  sites,
  users: [
    {
      id: 3101,
      name: 'Laura Chen',
      title: 'Practice Manager',
      emailaddress: 'laura@acme.example',
      client_id: 1101,
      site_id: 2101,
      inactive: false,
    },
    {
      id: 3102,
      name: 'Old Colleague',
      emailaddress: 'old@acme.example',
      client_id: 1101,
      site_id: 2101,
      inactive: true,
    },
    {
      id: 3103,
      name: 'Branch Manager',
      emailaddress: 'b@branch.example',
      client_id: 1200,
      site_id: 2200,
      inactive: false,
    },
    { id: 3104, name: 'General User', client_id: 1101, site_id: 2101, inactive: false },
  ],
  items: [
    ...parts,
    { id: 4101, name: 'Twin A', internalreference: 'TWICE', assetgroup_id: 41 },
    { id: 4102, name: 'Twin B', internalreference: 'TWICE', assetgroup_id: 41 },
  ],
};

const samples: Samples = {
  client: { id: '1101', name: 'Acme Dental Group', part: 'DENTAL gr', siteId: '2101' },
  manyClients: { text: 'Branch', count: 120 },
  inactiveClient: { id: '1102', name: 'Gone & Forgotten' },
  clientWithCurrency: { id: '1101', currencyId: '2' },
  siteAddress: {
    siteId: '2101',
    address: { lines: ['1 Main St', 'Floor 2', 'Springfield'], postalCode: '01101' },
  },
  user: { id: '3101', name: 'Laura Chen', email: 'laura@acme.example', title: 'Practice Manager' },
  inactiveUser: { id: '3102', name: 'Old Colleague' },
  agentId: '3',
  ticketTypeId: '33',
  statusIds: { won: '25', lost: '9' },
  closureCategoryId: '2',
  quoteStatusId: '1',
  taxId: '2',
  currencyId: '2',
  item: { id: '4207', number: 'P-7', supplierNumber: 'BD-0007' },
  repeatedNumber: { number: 'TWICE', count: 2 },
  catalogueSize: 132,
  classification: { group: '42' },
  requiredField: { ticketTypeId: '37', name: 'CFTenderNumber', value: 'T-77' },
  fieldValues: {
    users: { CFSeatCount: '12' },
    opportunities: { CFSeats: '12' },
    quotes: { daystodeliver: '14' },
    lineItems: { CFWarrantyMonths: '24' },
  },
  unknownId: '999999',
};

/** The adapter on a sandbox of its own. */
export async function conformanceSubject(
  { credentials }: OpenOptions,
  options: Pick<SandboxOptions, 'switches'> = {},
  halopsa: object = {},
): Promise<ConformanceSubject> {
  const sandbox = await openSandbox({ ...options, seed });
  const { http } = sandbox;
  const account = credentials === 'right' ? {} : { clientId: 'not-the-right-client' };
  const contactManager = sandbox.managerWith(halopsa, account);
  return {
    contactManager,
    samples,
    secrets: [sandbox.secret],
    inspect: (value) => inspect(value, { depth: 12, showHidden: true }),
    counts: () => {
      const writes = http.requests.filter(({ effect }) => effect === 'write').length;
      return { read: http.requests.length - writes, write: writes };
    },
    async fault(kind) {
      // Signed in before: what sign-in itself makes of faults is a matter of its own tests.
      await contactManager.clients.get(samples.client.id);
      http.intercept = (request) => faulty(kind, request);
    },
    async download(id) {
      const state = (await sandbox.control('state')) as { attachments?: { id: number }[] };
      if (state.attachments?.some((one) => String(one.id) === id) !== true)
        throw new Error(`no attachment ${id}`);
      return sandbox.bytes(`Attachment/${id}`);
    },
    async completedOn(id) {
      const record = await sandbox.person('GET', `Opportunities/${id}?includedetails=true`);
      return String(record['oppconverteddate']).slice(0, 10);
    },
    addForeignLine: (quoteId, fields) => addForeignLine(sandbox, quoteId, fields),
    async addNote(opportunityId) {
      const note = { ticket_id: Number(opportunityId), outcome_id: 7, note: 'Called them' };
      await sandbox.person('POST', 'Actions', [note]);
    },
    dispose: () => sandbox.close(),
  };
}

function faulty(kind: FaultKind, { signal }: HttpRequest): Promise<Response> {
  switch (kind) {
    case 'unauthorized':
      return Promise.resolve(new Response(null, { status: 401 }));
    case 'forbidden':
      return Promise.resolve(new Response('Forbidden', { status: 403 }));
    case 'rateLimited':
      return Promise.resolve(new Response(null, { status: 429 }));
    case 'serverError':
      return Promise.resolve(new Response('<html>', { status: 500 }));
    case 'html':
      return Promise.resolve(new Response('<html><body>Sign in</body></html>'));
    case 'truncated':
      return Promise.resolve(new Response('{"record_count": 3, "clients": [{"id": 1'));
    case 'hang':
      return new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
      });
  }
}

/** As the agent application does it: all lines are sent, the new one without an id. */
async function addForeignLine(
  sandbox: OpenSandbox,
  quoteId: string,
  fields: QuoteLineFields,
): Promise<string> {
  const lines = async (): Promise<readonly { readonly id: number }[]> => {
    const quote = await sandbox.person('GET', `Quotation/${quoteId}?includedetails=true`);
    return quote['lines'] as { id: number }[];
  };
  const before = await lines();
  const line = {
    name: fields.name,
    note: fields.note,
    productcode: fields.itemNumber,
    quantity: Number(fields.quantity),
    price: Number(fields.price),
    costprice: Number(fields.cost ?? 0),
    billingperiod: periodCodes[fields.billingPeriod],
    optional: fields.optional,
    sort_seq: fields.position,
    item_id: Number(fields.itemId ?? 0),
  };
  await sandbox.person('POST', 'Quotation', [{ id: Number(quoteId), lines: [...before, line] }]);
  const known = before.map(({ id }) => id);
  return String((await lines()).find(({ id }) => !known.includes(id))?.id);
}
