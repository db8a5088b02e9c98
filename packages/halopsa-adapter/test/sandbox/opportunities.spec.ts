import { expect } from 'chai';
import type { Marker, OpportunityFields } from '@quotebridge/core/plugin';
import { openSandbox, type OpenSandbox } from '../support/open-sandbox.js';
import { rejection } from '../support/rejection.js';

const marker: Marker = { key: 'quotebridge:AAAQ 1001/ü' };
const fields: OpportunityFields = {
  title: 'Office move',
  clientId: '101',
  siteId: '201',
  userId: '301',
  ownerId: '3',
  ticketTypeId: '33',
  value: '1399.55',
  valueByPeriod: { oneOff: '1000.05', monthly: '399.5' },
  expectedCloseDate: '2026-12-31',
  linked: { details: 'First line\nSecond line', CFDecisionDate: '2026-12-30' },
};
const linked = { opportunities: Object.keys(fields.linked) };

describe('opportunities, against the sandbox', () => {
  let sandbox: OpenSandbox;
  before(async () => {
    sandbox = await openSandbox();
  });
  after(() => sandbox.close());

  it('come back as they were written, in one request', async () => {
    // The custom fields are listed once a day.
    await sandbox.manager.opportunities.create(fields, marker);
    const { value: answer, calls } = await sandbox.counting(() =>
      sandbox.manager.opportunities.create(fields, marker, { linked }),
    );
    expect(calls).to.have.length(1);
    const read = await sandbox.manager.opportunities.get(answer.id, { linked });
    expect(read).to.deep.include({ ...fields, id: answer.id, marker: marker.key, outcome: 'open' });
    expect(answer.stored).to.deep.equal(read);
  });

  it('change only what is given', async () => {
    const { id } = await sandbox.manager.opportunities.create(fields, marker);
    const change = { title: 'New title', expectedCloseDate: null, valueByPeriod: { weekly: '1' } };
    await sandbox.manager.opportunities.update(id, change, marker);
    const { valueByPeriod, ...others } = fields;
    expect(valueByPeriod).to.have.property('oneOff');
    const read = await sandbox.manager.opportunities.get(id, { linked });
    expect(read).to.deep.include({ ...others, title: 'New title', expectedCloseDate: null });
    expect(read).not.to.have.property('valueByPeriod');
  });

  it('send a user with its site', async () => {
    const { siteId, ...withoutSite } = fields;
    const { value, calls } = await sandbox.counting(() =>
      sandbox.manager.opportunities.create(withoutSite, marker),
    );
    expect(calls).to.have.length(2);
    expect((await sandbox.manager.opportunities.get(value.id))?.siteId).to.equal(siteId);
  });

  it('can do without a user', async () => {
    const { userId, ...withoutUser } = fields;
    const { id } = await sandbox.manager.opportunities.create(withoutUser, marker);
    const read = await sandbox.manager.opportunities.get(id);
    expect(read).to.include({ clientId: '101' });
    expect(read?.userId).not.to.equal(userId);
  });

  it('are won and lost, and counted as such', async () => {
    const create = async (): Promise<string> =>
      (await sandbox.manager.opportunities.create(fields, marker)).id;
    const [won, lost] = [await create(), await create()];
    const on = '2026-11-02';
    const completed = await sandbox.manager.opportunities.complete(won, {
      outcome: 'won',
      statusId: '25',
      on,
    });
    expect(completed.stored?.outcome).to.equal('won');
    await sandbox.manager.opportunities.complete(lost, {
      outcome: 'lost',
      statusId: '9',
      closureCategoryId: '2',
      on,
    });
    const listed = await sandbox.manager.opportunities.list({ clientId: '101' });
    const outcomes = new Map(listed.map(({ id, outcome }) => [id, outcome]));
    expect([outcomes.get(won), outcomes.get(lost)]).to.deep.equal(['won', 'lost']);
    const open = await sandbox.manager.opportunities.list({ clientId: '101', openOnly: true });
    expect(open.map(({ id }) => id)).not.to.include.members([won]);
    expect(open.map(({ outcome }) => outcome)).to.satisfy((all: string[]) =>
      all.every((one) => one === 'open'),
    );
  });

  it('cannot be lost without a status', async () => {
    const { id } = await sandbox.manager.opportunities.create(fields, marker);
    await rejection(
      sandbox.manager.opportunities.complete(id, { outcome: 'lost', on: '2026-11-02' }),
      'remote.rejected',
    );
  });

  it('are listed by user', async () => {
    const listed = await sandbox.manager.opportunities.list({ userId: '301' });
    expect(listed.length).to.be.above(0);
    expect(listed.every(({ userId }) => userId === '301')).to.equal(true);
  });

  it('are not created by an update of an unknown one', async () => {
    await rejection(
      sandbox.manager.opportunities.update('999999', { title: 'x' }, marker),
      'remote.rejected',
    );
    expect(await sandbox.manager.opportunities.get('999999')).to.equal(undefined);
  });

  for (const opportunityListHasThirdParty of [true, false]) {
    describe(`by marker, ${opportunityListHasThirdParty ? 'shown' : 'not shown'} in rows`, () => {
      let own: OpenSandbox;
      beforeEach(async () => {
        own = await openSandbox({ switches: { opportunityListHasThirdParty } });
      });
      afterEach(() => own.close());
      const find = (): Promise<readonly { readonly id: string }[]> =>
        own.manager.opportunities.findByMarker(marker, {
          clientId: '101',
          titles: ['Other', ' OFFICE move '],
        });

      it('are found, closed ones included', async () => {
        expect(await find()).to.deep.equal([]);
        const { id } = await own.manager.opportunities.create(fields, marker);
        await own.manager.opportunities.create(fields, { key: 'quotebridge:OTHER' });
        await own.manager.opportunities.create(
          { ...fields, title: 'Something else' },
          { key: 'quotebridge:THIRD' },
        );
        await own.manager.opportunities.complete(id, {
          outcome: 'lost',
          statusId: '9',
          on: '2026-11-02',
        });
        const { value, calls } = await own.counting(find);
        expect(value.map((found) => found.id)).to.deep.equal([id]);
        expect(calls).to.have.length(opportunityListHasThirdParty ? 1 : 3);
      });

      it('are all found when there are two', async () => {
        await own.manager.opportunities.create(fields, marker);
        await own.manager.opportunities.create(fields, marker);
        expect(await find()).to.have.length(2);
      });
    });
  }

  describe('with rules of the tenant', () => {
    let own: OpenSandbox;
    before(async () => {
      own = await openSandbox({
        switches: { mandatoryOpportunityFields: ['CFLeadSource'], softRule: 'duplicateOpportunity' },
      });
    });
    after(() => own.close());

    it('are refused when a mandatory field is empty, unless it is filled or the check skipped', async () => {
      const error = await rejection(own.manager.opportunities.create(fields, marker), 'remote.rejected');
      expect(error.details.arrived).to.equal('no');
      await own.managerWith({ skipMandatoryFieldChecks: true }).opportunities.create(fields, marker);
      const filling = own.managerWith({ newOpportunityCustomFields: [{ name: 'CFLeadSource', value: '1' }] });
      await filling.opportunities.create({ ...fields, title: 'Another' }, marker);
    });

    it('that HaloPSA only warns about are not taken for stored', async () => {
      const skipping = own.managerWith({ skipMandatoryFieldChecks: true });
      await skipping.opportunities.create({ ...fields, title: 'Twice' }, marker);
      const error = await rejection(
        skipping.opportunities.create({ ...fields, title: 'Twice' }, marker),
        'remote.rejected',
      );
      expect(error.details.arrived).to.equal('no');
    });
  });

  it('without the pipeline stage that a tenant demands lead to its setting', async () => {
    const strict = await openSandbox({ switches: { pipelineStages: 'mandatory' } });
    const error = await rejection(strict.manager.opportunities.create(fields, marker), 'remote.rejected');
    expect(error.message).to.contain('pipeline_stage_id');
    expect(error.details).to.include({ status: 400, arrived: 'no' });
    expect(error.details.next).to.contain('halopsa.newOpportunityPipelineStage');
    const staged = strict.managerWith({ newOpportunityPipelineStage: 1 });
    const { id } = await staged.opportunities.create(fields, marker);
    expect(id).to.match(/^\d+$/);
    const other = await rejection(
      strict.manager.opportunities.create({ ...fields, clientId: '999999' }, marker),
      'remote.rejected',
    );
    expect(other.details.next).to.not.contain('newOpportunityPipelineStage');
    await strict.close();
  });

  it('with empty dates in the old form are open and have no date', async () => {
    const own = await openSandbox({ switches: { emptyDates: 'sentinel' } });
    const { id } = await own.manager.opportunities.create({ ...fields, expectedCloseDate: null }, marker);
    expect(await own.manager.opportunities.get(id)).to.include({ outcome: 'open', expectedCloseDate: null });
    await own.close();
  });
});
