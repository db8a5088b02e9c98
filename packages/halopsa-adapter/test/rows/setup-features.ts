import type { Connection, JsonObject, PushOptions, QuoteDocument } from '@quotebridge/core';
import { exampleDocument } from '../engine/example-document.js';
import { exampleBytes, exampleContent } from '../engine/example-file.js';
import type { Tenant } from '../engine/tenant.js';

/** One feature of the guide, carried out with these settings; raises what stops it. */
export type Feature = (tenant: Tenant, settings: JsonObject) => Promise<void>;

const quote = (): Promise<QuoteDocument> => exampleDocument('AAAQ1001');
const valueOnly = { opportunity: { writeProducts: false }, defaults: { ticketType: 'Opportunity' } };
const fields = [
  { on: 'save', object: 'clients', from: 'DocNo', to: 'CFSalesNotes' },
  { on: 'save', object: 'users', from: 'DocNo', to: 'CFPersonalNotes' },
];

/** Each line of the guide's table of scopes, as a person would do it. */
export const setupFeatures: Readonly<Record<string, Feature>> = {
  'Search clients and users': (tenant, settings) =>
    connect(tenant, settings, async ({ contactManager: { clients, users } }) => {
      some(await clients.search({ text: 'acme' }));
      some(await users.search({ text: 'laura' }));
    }),
  'Search products': (tenant, settings) =>
    connect(tenant, settings, async (connection) => {
      some((await connection.contactManager.items?.search({ text: 'dock' })) ?? []);
      some(await connection.lookup('productGroups', { fresh: true }));
    }),
  'Push the opportunity alone, complete it as won': async (tenant, settings) => {
    const opportunity = { writeProducts: false, completeOn: 'order', wonStatus: 'Won' };
    const state = tenant.newState();
    await push(tenant, { ...settings, ...valueOnly, opportunity }, await quote(), {}, state);
    const order = await exampleDocument('AAAO1001');
    const choices = { completeAsWon: true };
    const siblings = [await quote()];
    await push(tenant, { ...settings, ...valueOnly, opportunity }, order, { siblings, choices }, state);
    const won = (await tenant.state()).opportunities.some((row) => row['oppconverteddate'] !== null);
    if (!won) throw new Error('Nothing was completed.');
  },
  'Push the quote as well, with products that HaloPSA has': async (tenant, settings) =>
    push(tenant, settings, await quote()),
  'Create missing products on the way, bring existing ones up to date': async (tenant, settings) => {
    const before = (await tenant.state()).items.length;
    const document = await quote();
    const known = document.lines.find((line) => line.manufacturerPartNumber !== '');
    const lines = document.lines.map((line) =>
      line === known ? { ...line, manufacturerPartNumber: 'NOT-IN-THE-CATALOGUE' } : line,
    );
    await push(tenant, settings, { ...document, lines });
    if ((await tenant.state()).items.length === before) throw new Error('No product was created.');
  },
  'Attach files': async (tenant, settings) => {
    const { length: size } = exampleBytes('quote.pdf');
    const open = (): AsyncIterable<Uint8Array> => exampleContent('quote.pdf');
    const file = { name: 'quote.pdf', mediaType: 'application/pdf', location: 'quote.pdf', size, open };
    await push(tenant, { ...settings, ...valueOnly }, await quote(), { attachments: [file] });
  },
  'DataLink writes fields of clients and users': async (tenant, settings) =>
    push(tenant, { ...settings, ...valueOnly, dataLink: { rows: fields } }, await quote()),
};

function connect(
  tenant: Tenant,
  settings: JsonObject,
  work: (connection: Connection) => Promise<void>,
): Promise<void> {
  return tenant.connect(tenant.newState(), work, settings);
}

async function push(
  tenant: Tenant,
  settings: JsonObject,
  document: QuoteDocument,
  options: PushOptions = {},
  state = tenant.newState(),
): Promise<void> {
  const { status, issues } = await tenant.push(state, document, options, settings);
  const errors = issues.filter(({ level }) => level === 'error');
  if (status !== 'written' || errors.length > 0) throw new Error(`${status}: ${JSON.stringify(errors)}`);
}

function some(found: readonly unknown[]): void {
  if (found.length === 0) throw new Error('Nothing was found.');
}
