import { expect } from 'chai';
import type { DoctorFinding, DoctorOptions, DoctorReport, JsonObject } from '@quotebridge/core';
import { exampleDocument } from './example-document.js';
import { Tenant } from './tenant.js';

describe('The doctor', () => {
  let tenant: Tenant;

  before(async () => {
    tenant = await Tenant.start();
  });
  after(() => tenant[Symbol.asyncDispose]());

  async function errorsOf(settings: JsonObject): Promise<readonly DoctorFinding[]> {
    const all = { account: tenant.settings['account'], ...settings } as JsonObject;
    const report = await tenant.connect(tenant.newState(), (connection) => connection.doctor(), all);
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

  const doctor = (
    settings: JsonObject = {},
    options: DoctorOptions = {},
    state = tenant.newState(),
  ): Promise<DoctorReport> =>
    tenant.connect(state, (connection) => connection.doctor(options), { ...tenant.settings, ...settings });
  const about = (report: DoctorReport, topic: string): DoctorFinding | undefined =>
    report.findings.find((finding) => finding.topic === topic);

  afterEach(() => tenant.reset());

  it('says how many requests may be made, and how large files may be', async () => {
    const report = await doctor();
    const limits = report.findings.filter(({ topic }) => topic === 'limits').map(({ message }) => message);
    expect(limits[0]).to.match(/^Up to \d+ requests in \d+ minutes are made\.$/);
    expect(limits[1]).to.match(/^Attachments may have up to \d+ MB\.$/);
    expect(report.pace.requests).to.be.greaterThan(0);
  });

  it('compares the clocks, and says which one is ahead by how much', async () => {
    const right = await doctor();
    expect(about(right, 'clock')).to.deep.include({ level: 'ok' });
    expect(Math.abs(right.clock?.aheadMilliseconds ?? Infinity)).to.be.below(5_000);
    tenant.advance(10 * 60_000);
    const ahead = about(await doctor(), 'clock');
    expect(ahead).to.deep.include({ level: 'warning' });
    expect(ahead?.message).to.contain('10 minutes ahead of');
    expect(ahead?.next).to.contain('time');
    tenant.advance(-3 * 3_600_000);
    const behind = about(await doctor(), 'clock');
    expect(behind).to.deep.include({ level: 'error' });
    expect(behind?.message).to.contain('3 hours behind');
  });

  it('knows a product group that was renamed since by its former name, and one that was removed', async () => {
    const state = tenant.newState();
    const groups = { groups: { Hardware: 'Hardware', Labor: 'Labour' } };
    const settings = { productGroupMappings: groups, defaults: { ticketType: 'Opportunity' } };
    const rows = await tenant.connect(state, (connection) => connection.lookup('productGroups'));
    const idOf = (name: string): number => Number(rows.find((row) => row.name === name)?.id);
    expect(about(await doctor(settings, {}, state), 'productGroupMappings.groups.Hardware')).to.equal(
      undefined,
    );
    await tenant.edit('AssetGroup', { id: idOf('Hardware'), name: 'Hardware and parts' });
    await tenant.delete('AssetGroup', idOf('Labour'));
    const report = await doctor(settings, {}, state);
    const renamed = about(report, 'productGroupMappings.groups.Hardware');
    expect(renamed).to.deep.include({ level: 'error' });
    expect(renamed?.message).to.contain('renamed').and.to.contain('Hardware and parts');
    expect(renamed?.next).to.contain(`id ${idOf('Hardware')}`);
    expect(about(report, 'productGroupMappings.groups.Labor')?.message).to.contain('was removed');
    // However often the list is read since.
    expect(
      about(await doctor(settings, {}, state), 'productGroupMappings.groups.Hardware')?.message,
    ).to.equal(renamed?.message);
  });

  it('tells a ticket type that is inactive from one that never was', async () => {
    const types = await tenant.connect(tenant.newState(), (connection) => connection.lookup('ticketTypes'));
    const id = Number(types.find(({ name }) => name === 'Opportunity')?.id);
    await tenant.edit('TicketType', { id, inactive: true });
    const inactive = about(await doctor(), 'defaults.ticketType');
    expect(inactive).to.deep.include({ level: 'error' });
    expect(inactive?.message).to.contain('is inactive');
    const never = about(await doctor({ defaults: { ticketType: 'Deal' } }), 'defaults.ticketType');
    expect(never?.message).to.contain('is not in the PSA');
  });

  it('dry-runs documents, writes nothing, and names each thing once with its documents', async () => {
    const good = await exampleDocument('AAAQ1001');
    const nobody = { ...good.soldTo, company: 'Nobody Ltd', email: '', contact: '' };
    const read = [
      { number: 'AAAQ1001', document: good, faults: [] },
      { number: 'AAAQ7771', document: { ...good, number: 'AAAQ7771', soldTo: nobody }, faults: [] },
      { number: 'AAAQ7772', document: { ...good, number: 'AAAQ7772', soldTo: nobody }, faults: [] },
      { number: 'AAAQ7773', faults: [{ at: 'row 9, column QtyTotal', value: 'x', expected: 'a number' }] },
    ];
    await tenant.forgetRequests();
    const report = await doctor({}, { documents: read });
    expect((await tenant.requests()).filter(({ write }) => write)).to.deep.equal([]);
    expect(report.documents?.map(({ number, verdict }) => `${number} ${verdict}`)).to.deep.equal([
      'AAAQ1001 ready',
      'AAAQ7771 blocked',
      'AAAQ7772 blocked',
      'AAAQ7773 unreadable',
    ]);
    expect(report.documents?.[0]?.writes).to.include.members(['create opportunity', 'create quote']);
    const blocked = report.findings.filter(({ topic, level }) => topic === 'client' && level === 'error');
    expect(blocked.map(({ documents }) => documents)).to.deep.equal([['AAAQ7771', 'AAAQ7772']]);
    expect(about(report, 'document')).to.deep.include({ documents: ['AAAQ7773'] });
    expect(about(report, 'document')?.message).to.contain('row 9, column QtyTotal is “x”');
    expect(about(report, 'documents')?.message).to.equal('4 documents: 1 ready, 2 blocked, 1 unreadable.');
  });

  it('names users and ItemTypes of the documents that are not mapped, what happens then, and the command', async () => {
    const document = await exampleDocument('AAAQ1001');
    const documents = [{ number: document.number, document, faults: [] }];
    const report = await doctor({ userMappings: { unmapped: 'stop' } }, { documents });
    const user = report.findings.find(({ topic }) => topic === 'userMappings.users');
    expect(user).to.deep.include({ level: 'error', documents: ['AAAQ1001'] });
    expect(user?.next).to.equal('quotebridge mappings users set dwhitfield AGENT');
    const groups = report.findings.filter(({ topic }) => topic === 'productGroupMappings.groups');
    expect(groups.map(({ level }) => level)).to.include('warning');
    expect(groups[0]?.message).to.contain('default group Hardware');
    expect(groups[0]?.next).to.match(/^quotebridge mappings groups set /);
  });

  it('mentions issues that are open', async () => {
    const state = tenant.newState();
    const document = await exampleDocument('AAAQ1001');
    const nobody = { ...document.soldTo, company: 'Nobody Ltd', email: '', contact: '' };
    await tenant.push(state, { ...document, soldTo: nobody }).catch(() => undefined);
    expect(about(await doctor({}, {}, state), 'issues')?.next).to.equal('quotebridge issues list');
  });
});
