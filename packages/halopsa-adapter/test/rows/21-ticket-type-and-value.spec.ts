import { expect } from 'chai';
import type { DocumentLine } from '@quotebridge/core';
import { errorOf } from '../engine/error-of.js';
import { counts } from '../engine/tenant-records.js';
import { rowLine } from './row-document.js';
import { RowTenant } from './row-tenant.js';

describe('Default ticket type; opportunity value with monthly, annual and one-off parts when lines recur', () => {
  let row: RowTenant;

  before(async () => {
    row = await RowTenant.start();
  });
  after(() => row[Symbol.asyncDispose]());
  beforeEach(() => row.reset());

  const oneOff = rowLine({ manufacturerPartNumber: 'U2724D', unitPrice: '389.50', quantity: '2' });
  const recurring = (
    number: string,
    period: 'weekly' | 'monthly' | 'quarterly' | 'yearly',
    unitPrice: string,
  ): DocumentLine =>
    rowLine({
      manufacturerPartNumber: number,
      unitPrice,
      attributes: ['recurring'],
      recurrence: { period, firstPaymentIncluded: false },
    });

  for (const [ticketType, id] of [
    ['Renewal', 35],
    ['33', 33],
  ] as const) {
    it(`gives a new opportunity the type ${ticketType}`, async () => {
      const result = await row.push(row.document([oneOff]), { defaults: { ticketType } });
      expect(await row.opportunity(result)).to.include({ tickettype_id: id });
    });
  }

  it('leaves the type of an opportunity that exists', async () => {
    const first = await row.push(row.document([oneOff]), { defaults: { ticketType: 'Renewal' } });
    await row.push(row.document([{ ...oneOff, quantity: '3' }]), { defaults: { ticketType: 'Opportunity' } });
    expect(await row.opportunity(first)).to.include({ tickettype_id: 35 });
  });

  for (const [what, defaults, message] of [
    ['none is set and there are several', { productGroup: 'Hardware' }, 'none is set'],
    ['the one that is set does not exist', { ticketType: 'Sale' }, '“Sale” (defaults.ticketType)'],
    ['the one that is set is for no opportunities', { ticketType: 'Incident' }, '“Incident”'],
  ] as const) {
    it(`asks before anything is written when ${what}`, async () => {
      const settings = { ...row.tenant.settings, defaults };
      const error = await errorOf(row.tenant.push(row.state, row.document([oneOff]), {}, settings));
      expect(error.code).to.equal('plan.conflict');
      expect(error.message).to.contain(message);
      expect((await counts(row.tenant)).writes).to.equal(0);
    });
  }

  it('splits the value of a document whose lines recur', async () => {
    const result = await row.push(
      row.document([oneOff, recurring('M365-BP', 'monthly', '22'), recurring('EDR-1Y', 'yearly', '66')]),
    );
    expect(await row.opportunity(result)).to.include({
      oppvalue: 867,
      oppvalue_oneoff: 779,
      oppvalue_monthly: 22,
      oppvalue_annual: 66,
    });
  });

  it('follows the document when a part of it changes or goes', async () => {
    const monthly = recurring('M365-BP', 'monthly', '22');
    const result = await row.push(row.document([oneOff, monthly]));
    await row.push(row.document([oneOff, { ...monthly, quantity: '10' }]));
    expect(await row.opportunity(result)).to.include({ oppvalue: 999, oppvalue_monthly: 220 });
    await row.push(row.document([oneOff]));
    expect(await row.opportunity(result)).to.include({
      oppvalue: 779,
      oppvalue_oneoff: 779,
      oppvalue_monthly: 0,
      oppvalue_annual: 0,
    });
  });

  it('counts no options in any part', async () => {
    const option = { ...recurring('M365-BP', 'monthly', '22'), attributes: ['recurring', 'option'] as const };
    const result = await row.push(row.document([oneOff, option]));
    expect(await row.opportunity(result)).to.include({ oppvalue: 779, oppvalue_monthly: 0 });
  });

  it('writes the sum alone where a part has no place in the tenant', async () => {
    const result = await row.push(row.document([oneOff, recurring('M365-BP', 'quarterly', '22')]));
    expect(await row.opportunity(result)).to.include({
      oppvalue: 801,
      oppvalue_oneoff: 0,
      oppvalue_monthly: 0,
    });
  });
});
