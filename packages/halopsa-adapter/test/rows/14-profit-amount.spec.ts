import { expect } from 'chai';
import type { JsonObject, PushResult, QuoteDocument } from '@quotebridge/core';
import { exampleDocument } from '../engine/example-document.js';
import { opportunityRow, quoteRow } from '../engine/tenant-records.js';
import { Tenant } from '../engine/tenant.js';

describe('Profit amount instead of sale amount', () => {
  let tenant: Tenant;
  let document: QuoteDocument;
  let profit: JsonObject;

  before(async () => {
    tenant = await Tenant.start();
    document = await exampleDocument('AAAQ1001');
    profit = { ...tenant.settings, opportunity: { amount: 'profit' } };
  });
  after(() => tenant[Symbol.asyncDispose]());
  beforeEach(() => tenant.reset());

  async function valueOf(result: PushResult): Promise<number> {
    return Number((await opportunityRow(tenant, result.opportunity?.id))['oppvalue']);
  }

  /** Price less cost of every line that counts, in whole cents, worked out by itself. */
  function profitInCents(): number {
    const group = new Map<string, boolean>();
    let header = '';
    let cents = Math.round((Number(document.freight.amount) - Number(document.freight.cost)) * 100);
    for (const line of document.lines) {
      const option = line.attributes.includes('option') && !line.attributes.includes('optionSelected');
      if (line.lineType === 'groupHeader') header = line.key;
      if (line.lineType === 'groupHeader') group.set(line.key, option);
      const counts = ['product', 'percentDiscount', 'percentCharge'].includes(line.lineType);
      const skipped =
        line.attributes.includes('exclude') ||
        option ||
        (line.attributes.includes('groupMember') && group.get(header) === true);
      if (!counts || skipped) continue;
      const times = Number(line.groupQuantity);
      const extended = Number(line.extendedPrice ?? Number(line.quantity) * Number(line.unitPrice));
      const cost = line.lineType === 'product' ? Number(line.quantity) * Number(line.unitCost) : 0;
      cents += Math.round(extended * times * 100) - Math.round(cost * times * 100);
    }
    return cents;
  }

  it('sale: the sum of the prices, which is the default', async () => {
    expect(await valueOf(await tenant.push(tenant.newState(), document))).to.equal(16_043.6);
  });

  it('profit: the prices less the costs', async () => {
    const result = await tenant.push(tenant.newState(), document, {}, profit);
    const value = await valueOf(result);
    expect(value).to.equal(profitInCents() / 100);
    expect(value).to.be.greaterThan(0).and.lessThan(16_043.6);
  });

  it('profit: of a summary line as of every line', async () => {
    const settings = { ...tenant.settings, opportunity: { amount: 'profit', lineHandling: 'summary' } };
    const result = await tenant.push(tenant.newState(), document, {}, settings);
    expect(await valueOf(result)).to.equal(profitInCents() / 100);
  });

  it('profit: the quote shows the sale amount all the same, and it is proven', async () => {
    const result = await tenant.push(tenant.newState(), document, {}, profit);
    expect(result.proof?.verdict).to.equal('equal');
    const { lines } = await quoteRow(tenant, result.quote?.id);
    expect(lines.find((row) => row['productcode'] === 'U2724D')?.['price']).to.equal(389);
  });

  it('a change of the setting is written with the next push', async () => {
    const state = tenant.newState();
    await tenant.push(state, document);
    const result = await tenant.push(state, document, {}, profit);
    expect(result.opportunity?.action).to.equal('updated');
    expect(await valueOf(result)).to.equal(profitInCents() / 100);
  });
});
