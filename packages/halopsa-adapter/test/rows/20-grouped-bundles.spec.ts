import { expect } from 'chai';
import type { DocumentLine, JsonObject, PushResult, QuoteDocument } from '@quotebridge/core';
import { withoutTotals } from '../engine/changed-document.js';
import { errorOf } from '../engine/error-of.js';
import { exampleDocument } from '../engine/example-document.js';
import { counts, opportunityRow, quoteRow } from '../engine/tenant-records.js';
import { Tenant, type Row } from '../engine/tenant.js';

describe('Grouped bundle as one summary product, or its members; group quantity counted once; option on the header rules the members', () => {
  let tenant: Tenant;
  /** With a bundle that occurs twice. */
  let document: QuoteDocument;
  let header: DocumentLine;
  let members: readonly DocumentLine[];
  let state: string;

  before(async () => {
    tenant = await Tenant.start();
    document = await exampleDocument('AAAQ1001');
    const bundle = document.lines.filter(
      ({ lineType, attributes }) => lineType === 'groupHeader' || attributes.includes('groupMember'),
    );
    [header, ...members] = bundle as [DocumentLine, ...DocumentLine[]];
    expect(header.lineType).to.equal('groupHeader');
    expect(members.length).to.be.greaterThan(1);
  });
  after(() => tenant[Symbol.asyncDispose]());
  beforeEach(async () => {
    await tenant.reset();
    state = tenant.newState();
  });

  function push(used: QuoteDocument, quote: JsonObject = {}): Promise<PushResult> {
    return tenant.push(state, used, {}, { ...tenant.settings, quote });
  }

  async function linesOf(result: PushResult): Promise<readonly Row[]> {
    return (await quoteRow(tenant, result.quote?.id)).lines;
  }

  const summary = { groupedBundles: 'summary' };

  it('members: the header is a heading without money, and each member stands in its group', async () => {
    const lines = await linesOf(await push(document));
    const heading = lines.find((row) => row['isgroupdesc'] === true && row['name'] === nameOf(header));
    expect(heading).to.not.equal(undefined);
    const group = heading?.['group_id'];
    const inside = lines.filter((row) => row['group_id'] === group && row !== heading);
    expect(inside.map((row) => row['productcode'])).to.deep.equal(
      members.map(({ manufacturerPartNumber }) => manufacturerPartNumber),
    );
  });

  it('members: the quantity of the group is in each quantity, once', async () => {
    expect(Number(header.quantity)).to.be.greaterThan(1);
    const lines = await linesOf(await push(document));
    for (const member of members) {
      expect(member.groupQuantity).to.equal(header.quantity);
      const row = lines.find((line) => line['productcode'] === member.manufacturerPartNumber);
      expect(row?.['quantity']).to.equal(Number(member.quantity) * Number(header.quantity));
      expect(row?.['price']).to.equal(Number(member.unitPrice));
    }
  });

  it('one product: the header stands for the bundle, with its quantity and price, and no member', async () => {
    const result = await push(document, summary);
    const lines = await linesOf(result);
    const row = lines.find((line) => line['productcode'] === header.manufacturerPartNumber);
    expect(row).to.include({
      isgroupdesc: false,
      quantity: Number(header.quantity),
      price: Number(header.unitPrice),
    });
    expect(row?.['item_id']).to.be.greaterThan(0);
    const names = lines.map((line) => line['name']);
    for (const member of members) expect(names).to.not.include(nameOf(member));
    expect(result.items.map(({ number }) => number)).to.include(header.manufacturerPartNumber);
  });

  it('both ways the money is the document’s, and the value is the same', async () => {
    const values: unknown[] = [];
    for (const quote of [{}, summary]) {
      await tenant.reset();
      state = tenant.newState();
      const result = await push(document, quote);
      expect(result.proof?.sums.filter(({ document: said, stored }) => said !== stored)).to.deep.equal([]);
      values.push((await opportunityRow(tenant, result.opportunity?.id))['oppvalue']);
    }
    expect(values[0]).to.equal(16_043.6).and.to.equal(values[1]);
  });

  it('one product: in its own state, a changed setting replaces the members on the quote that exists', async () => {
    const before = (await linesOf(await push(document))).length;
    const result = await push(document, summary);
    expect(result.quote?.action).to.equal('updated');
    expect(result.quote?.lines.removed).to.equal(members.length);
    expect(await linesOf(result)).to.have.length(before - members.length);
  });

  describe('an option on the header', () => {
    let optional: QuoteDocument;

    before(() => {
      const lines = document.lines.map((line) =>
        line.key === header.key ? { ...line, attributes: [...line.attributes, 'option' as const] } : line,
      );
      optional = { ...withoutTotals(document), lines };
    });

    it('makes every member optional, and the value counts none of them', async () => {
      const result = await push(optional);
      const lines = await linesOf(result);
      for (const member of members) {
        const row = lines.find((line) => line['productcode'] === member.manufacturerPartNumber);
        expect(row?.['optional'], member.manufacturerPartNumber).to.equal(true);
      }
      const value = (await opportunityRow(tenant, result.opportunity?.id))['oppvalue'];
      expect(value).to.be.closeTo(16_043.6 - Number(header.unitPrice) * Number(header.quantity), 0.001);
      expect(result.proof?.verdict).to.equal('equal');
    });

    it('leaves header and members out when options are left out', async () => {
      const lines = await linesOf(await push(optional, { options: 'skip' }));
      const names = lines.map((line) => line['name']);
      for (const line of [header, ...members]) expect(names).to.not.include(nameOf(line));
    });

    it('makes the one product optional', async () => {
      const lines = await linesOf(await push(optional, summary));
      const row = lines.find((line) => line['productcode'] === header.manufacturerPartNumber);
      expect(row).to.include({ optional: true, quantity: Number(header.quantity) });
    });

    it('an excluded header leaves all of its bundle out', async () => {
      const lines = document.lines.map((line) =>
        line.key === header.key ? { ...line, attributes: [...line.attributes, 'exclude' as const] } : line,
      );
      for (const quote of [{}, summary]) {
        await tenant.reset();
        state = tenant.newState();
        const stored = await linesOf(await push({ ...withoutTotals(document), lines }, quote));
        const names = stored.map((line) => line['name']);
        for (const line of [header, ...members]) expect(names).to.not.include(nameOf(line));
      }
    });
  });

  it('one product: a bundle whose members are billed differently is refused before anything is written', async () => {
    const lines = document.lines.map((line) =>
      line.key === members[0]?.key
        ? { ...line, recurrence: { period: 'monthly', firstPaymentIncluded: false } as const }
        : line,
    );
    const error = await errorOf(push({ ...withoutTotals(document), lines }, summary));
    expect(error).to.include({ code: 'plan.conflict' });
    expect(error.message).to.include('quote.groupedBundles');
    expect((await counts(tenant)).writes).to.equal(0);
  });
});

function nameOf({ description }: DocumentLine): string {
  return description.split(/\r?\n/, 1)[0]?.trim() ?? '';
}
