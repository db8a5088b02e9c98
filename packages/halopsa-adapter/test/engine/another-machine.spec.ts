import { expect } from 'chai';
import { copyFileSync } from 'node:fs';
import type { PushResult, QuoteDocument } from '@quotebridge/core';
import { changedDocument } from './changed-document.js';
import { exampleDocument } from './example-document.js';
import { Tenant, type Row } from './tenant.js';

describe('A document that two machines push in turn', () => {
  let tenant: Tenant;
  let first: QuoteDocument;
  before(async () => {
    tenant = await Tenant.start({ items: 30 });
    first = await exampleDocument('AAAQ1001');
  });
  after(() => tenant[Symbol.asyncDispose]());
  beforeEach(() => tenant.reset());

  /** Every version says something else in each place that a person might have edited in the PSA. */
  function version(number: number): QuoteDocument {
    const [line] = first.lines.filter(({ lineType }) => lineType === 'product');
    const changed = changedDocument(first, line?.manufacturerPartNumber ?? '', {
      description: `Version ${number} of the line`,
      unitPrice: `${number}00`,
    });
    return { ...changed, name: `Version ${number}`, expiresOn: `2027-0${number}-01` };
  }

  const text = (row: Row | undefined): string => JSON.stringify(row);

  async function ours(): Promise<{ readonly opportunity: string; readonly quote: string }> {
    const { opportunities, quotes } = await tenant.state();
    const isOurs = (row: Row): boolean => text(row).includes('quotebridge:AAAQ1001');
    expect([opportunities.filter(isOurs).length, quotes.filter(isOurs).length]).to.deep.equal([1, 1]);
    return { opportunity: text(opportunities.find(isOurs)), quote: text(quotes.find(isOurs)) };
  }

  async function expectVersion(number: number): Promise<void> {
    const { opportunity, quote } = await ours();
    for (const said of [
      `Version ${number}`,
      `Version ${number} of the line`,
      `"price":${number}00`,
      `2027-0${number}-01`,
    ])
      expect(quote, 'the quote').to.contain(said);
    expect(opportunity, 'the opportunity').to.contain(`2027-0${number}-01`);
    for (const other of [1, 2, 3].filter((one) => one !== number))
      expect(`${opportunity}${quote}`, 'what is left').not.to.match(
        new RegExp(`Version ${other} of|2027-0${other}-01`),
      );
  }

  const warned = ({ issues }: PushResult): readonly string[] =>
    issues.filter(({ message }) => message.includes('another machine')).map(({ about }) => about);

  it('ends as its last version says: nothing of it is taken for a person’s edit', async () => {
    const [one, other] = [tenant.newState(), tenant.newState()];
    expect(warned(await tenant.push(one, version(1)))).to.deep.equal([]);
    expect(warned(await tenant.push(other, version(2)))).to.deep.equal([]);
    await expectVersion(2);
    expect(warned(await tenant.push(one, version(3)))).to.deep.equal(['opportunity', 'quote']);
    await expectVersion(3);
    expect(warned(await tenant.push(one, version(3)))).to.deep.equal([]);
  });

  it('is not “unchanged” for the machine whose version is no longer there', async () => {
    const [one, other] = [tenant.newState(), tenant.newState()];
    await tenant.push(one, version(1));
    await tenant.push(other, version(2));
    expect((await tenant.push(one, version(1))).status).to.equal('written');
    await expectVersion(1);
    expect((await tenant.push(one, version(1))).status).to.equal('unchanged');
  });

  it('is the same from a backup that is restored', async () => {
    const state = tenant.newState();
    await tenant.push(state, version(1));
    const backup = `${state}.backup`;
    copyFileSync(state, backup);
    await tenant.push(state, version(2));
    await tenant.forgetRequests();
    const again = await tenant.push(backup, version(2));
    expect([again.status, warned(again)], 'what was pushed after the backup').to.deep.equal([
      'unchanged',
      [],
    ]);
    expect((await tenant.requests()).filter(({ write }) => write)).to.deep.equal([]);
    copyFileSync(state, `${state}.second`);
    await tenant.push(state, version(3));
    await expectVersion(3);
    await tenant.push(`${state}.second`, version(1));
    await expectVersion(1);
  });

  it('leaves a person’s edit alone even when the state is lost, as long as the document is the one pushed last', async () => {
    // A status that a new quote alone is given, as an opportunity its type.
    const settings = { ...tenant.settings, quote: { status: 'New' } };
    await tenant.push(tenant.newState(), version(1), {}, settings);
    const { opportunities, quotes } = await tenant.state();
    const id = quotes.find((row) => text(row).includes('quotebridge:AAAQ1001'))?.['id'];
    await tenant.edit('Quotation', { id: Number(id), title: 'As the customer calls it' });
    const opportunity = opportunities.find((row) => text(row).includes('quotebridge:AAAQ1001'))?.['id'];
    await tenant.edit('Opportunities', { id: Number(opportunity), targetdate: '2027-03-04T00:00:00' });
    const { issues } = await tenant.push(tenant.newState(), version(1), {}, settings);
    const left = await ours();
    expect(left.quote).to.contain('As the customer calls it');
    expect(left.opportunity).to.contain('2027-03-04');
    const said = issues.map(({ message }) => message).join();
    expect(said).to.contain('As the customer calls it').and.to.contain('2027-03-04');
  });
});
