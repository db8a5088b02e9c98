import { expect } from 'chai';
import type { JsonObject, PushResult, QuoteDocument } from '@quotebridge/core';
import { exampleDocument } from '../engine/example-document.js';
import { opportunityRow, quoteRow } from '../engine/tenant-records.js';
import { Tenant } from '../engine/tenant.js';

describe('Update the opportunity name with the document name, when set', () => {
  let tenant: Tenant;
  let document: QuoteDocument;
  let state: string;

  before(async () => {
    tenant = await Tenant.start();
    document = await exampleDocument('AAAQ1008', 'quote.json');
  });
  after(() => tenant[Symbol.asyncDispose]());
  beforeEach(async () => {
    await tenant.reset();
    state = tenant.newState();
  });

  function push(name: string, opportunity: JsonObject): Promise<PushResult> {
    return tenant.push(state, { ...document, name }, {}, { ...tenant.settings, opportunity });
  }

  async function nameOf(result: PushResult): Promise<unknown> {
    return (await opportunityRow(tenant, result.opportunity?.id))['summary'];
  }

  it('set: the opportunity follows the name of the document', async () => {
    await push('First name', { updateName: true });
    expect(await nameOf(await push('Second name', { updateName: true }))).to.equal('Second name');
  });

  it('set: even when somebody has renamed it in the PSA', async () => {
    const { opportunity } = await push('First name', { updateName: true });
    await tenant.edit('Opportunities', { id: Number(opportunity?.id), summary: 'Renamed by Dana' });
    expect(await nameOf(await push('Second name', { updateName: true }))).to.equal('Second name');
  });

  it('set: an existing opportunity that is chosen gets the name, too', async () => {
    const settings = { ...tenant.settings, opportunity: { updateName: true } };
    const choices = { opportunity: '5001' };
    const result = await tenant.push(state, document, { choices }, settings);
    expect(await nameOf(result)).to.equal(document.name);
  });

  it('not set: it is created with the name and keeps it, while the quote follows', async () => {
    await push('First name', {});
    const result = await push('Second name', {});
    expect(await nameOf(result)).to.equal('First name');
    expect((await quoteRow(tenant, result.quote?.id))['title']).to.equal('Second name');
  });

  it('a document without a name gives its number', async () => {
    expect(await nameOf(await push('', { updateName: true }))).to.equal('AAAQ1008');
  });
});
