import { expect } from 'chai';
import type { JsonObject, PushOptions, PushResult, QuoteDocument } from '@quotebridge/core';
import { changedDocument } from '../engine/changed-document.js';
import { exampleDocument } from '../engine/example-document.js';
import { counts, opportunityRow, quoteRow } from '../engine/tenant-records.js';
import { Tenant } from '../engine/tenant.js';

describe('Write products into the opportunity, or only its value', () => {
  let tenant: Tenant;
  let valueOnly: JsonObject;
  /** It has lines whose products the tenant lacks. */
  let document: QuoteDocument;
  let state: string;

  before(async () => {
    tenant = await Tenant.start();
    valueOnly = { ...tenant.settings, opportunity: { writeProducts: false } };
    document = await exampleDocument('AAAQ1004');
  });
  after(() => tenant[Symbol.asyncDispose]());
  beforeEach(async () => {
    await tenant.reset();
    state = tenant.newState();
  });

  function push(used: QuoteDocument, settings?: JsonObject, options: PushOptions = {}): Promise<PushResult> {
    return tenant.push(state, used, options, settings);
  }

  it('products: the quote of the opportunity has them, and missing ones are created', async () => {
    const settings = { ...tenant.settings, products: { emptyPartNumbers: { product: 'MISC' } } };
    const result = await push(document, settings);
    expect((await quoteRow(tenant, result.quote?.id)).lines).to.not.deep.equal([]);
    expect(result.items.filter(({ action }) => action === 'created')).to.not.deep.equal([]);
  });

  it('value only: the opportunity has its value, and there is no quote', async () => {
    const before = await counts(tenant);
    const result = await push(document, valueOnly);
    expect(result).to.not.have.any.keys('quote', 'proof');
    expect(result.issues.map(({ about }) => about)).to.not.include('quote');
    expect(result.opportunity?.action).to.equal('created');
    const after = await counts(tenant);
    expect(after.quotes).to.equal(before.quotes);
    expect((await opportunityRow(tenant, result.opportunity?.id))['oppvalue']).to.equal(10_230.82);
  });

  it('value only: products are neither looked up nor created', async () => {
    const before = (await tenant.state()).items.length;
    await push(document, valueOnly);
    const paths = (await tenant.requests()).map(({ path }) => path);
    expect(paths.filter((path) => /\/api\/item/i.test(path))).to.deep.equal([]);
    expect((await tenant.state()).items).to.have.length(before);
  });

  it('value only: the value follows the document, and an unchanged one writes nothing', async () => {
    await push(document, valueOnly);
    const again = await push(document, valueOnly);
    expect(again.status).to.equal('unchanged');
    expect(again.requests.read + again.requests.write).to.be.at.most(1);
    const product = document.lines.find((line) => line.manufacturerPartNumber !== '');
    const dearer = changedDocument(document, product?.manufacturerPartNumber ?? '', { unitPrice: '5000' });
    const result = await push(dearer, valueOnly);
    expect(result.opportunity?.action).to.equal('updated');
    expect((await opportunityRow(tenant, result.opportunity?.id))['oppvalue']).to.not.equal(10_230.82);
  });

  it('value only: a quote that exists already is left as it is, and the result says so', async () => {
    const known = await exampleDocument('AAAQ1001');
    const first = await push(known);
    const quote = await quoteRow(tenant, first.quote?.id);
    const dearer = changedDocument(known, 'U2724D', { unitPrice: '500' });
    for (const status of ['written', 'unchanged']) {
      const result = await push(dearer, valueOnly);
      expect(result).to.include({ status }).and.not.have.property('quote');
      expect(result.issues.map(({ message }) => message).join()).to.include(
        `The quote ${first.quote?.id} is left`,
      );
      expect(await quoteRow(tenant, first.quote?.id)).to.deep.equal(quote);
    }
    const back = await push(dearer);
    expect(back.quote).to.include({ id: first.quote?.id, action: 'updated' });
    expect(back.proof?.verdict).to.equal('equal');
  });

  it('value only: an order wins it all the same', async () => {
    const opportunity = { writeProducts: false, completeOn: 'order', wonStatus: 'Won' };
    const settings = { ...tenant.settings, opportunity };
    await push(await exampleDocument('AAAQ1001'), settings);
    expect((await push(await exampleDocument('AAAO1001'), settings)).completion).to.equal('won');
  });
});
