import { expect } from 'chai';
import type { CheckFinding, JsonObject } from '@quotebridge/core';
import { Tenant } from './tenant.js';

describe('The check of a connection', () => {
  let tenant: Tenant;

  before(async () => {
    tenant = await Tenant.start();
  });
  after(() => tenant[Symbol.asyncDispose]());

  async function errorsOf(settings: JsonObject): Promise<readonly CheckFinding[]> {
    const all = { account: tenant.settings['account'], ...settings } as JsonObject;
    const report = await tenant.connect(tenant.newState(), (connection) => connection.check(), all);
    return report.findings.filter(({ level }) => level === 'error');
  }

  it('finds nothing wrong with settings that the lists know', async () => {
    expect(
      await errorsOf({ defaults: { ticketType: 'Opportunity', productGroup: 'Hardware' } }),
    ).to.deep.equal([]);
  });

  it('names every setting that its list does not know, and what there is', async () => {
    const errors = await errorsOf({
      defaults: { ticketType: 'Opportunity', productGroup: 'Hardwear' },
      userMappings: { users: { dana: 'Dana Whitfield', tom: 'Nobody' } },
      opportunity: { wonStatus: 'Winned' },
    });
    const topics = errors.map(({ topic }) => topic).sort();
    expect(topics).to.deep.equal([
      'defaults.productGroup',
      'opportunity.wonStatus',
      'userMappings.users.tom',
    ]);
    expect(errors.find(({ topic }) => topic === 'defaults.productGroup')?.next).to.include('Hardware');
  });

  it('asks for a ticket type when there are several and none is set', async () => {
    const [error] = await errorsOf({});
    expect(error?.topic).to.equal('defaults.ticketType');
  });
});
