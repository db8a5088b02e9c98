import type { DocumentLine } from '@quotebridge/core/plugin';
import { expect } from 'chai';
import { readOne } from '../read-csv.js';
import type { Row } from '../write-csv.js';

async function linesOf(...rows: readonly Row[]): Promise<readonly DocumentLine[]> {
  const { content, faults } = await readOne(...rows);
  expect(faults).to.deep.equal([]);
  return content.lines;
}

async function faultOf(...rows: readonly Row[]): Promise<string> {
  const { faults } = await readOne(...rows);
  expect(faults).to.have.lengthOf(1);
  return `${faults[0]?.at ?? ''}: ${faults[0]?.expected ?? ''}`;
}

const header = { I_LineType: '8', I_Description: 'Kit', I_QtyTotal: '3' };
const member = { I_LineAttributes: '8' };

describe('lines of a document', () => {
  it('take over what is stated', async () => {
    const [line] = await linesOf({
      I_ID: '4711',
      I_ItemType: 'Hardware',
      I_Manufacturer: 'Dell',
      I_ManufacturerPartNumber: 'U2724D',
      I_Vendor: 'Ingram Micro',
      I_VendorPartNumber: 'IM1',
      I_InternalPartNumber: 'N1',
      I_Notes: 'n',
      I_UnitOfMeasure: 'each',
      I_UnitCost: '310.00',
      I_UnitList: '429.99',
      I_ExtendedPrice: '778.00',
      I_TaxCode: 'y',
    });
    const { fields, ...rest } = line ?? { fields: {} };
    expect(fields).to.include({ ID: '4711', UnitPrice: '389.00' });
    expect(rest).to.deep.equal({
      key: '4711',
      lineType: 'product',
      attributes: [],
      itemType: 'Hardware',
      manufacturerPartNumber: 'U2724D',
      vendorPartNumber: 'IM1',
      internalPartNumber: 'N1',
      manufacturer: 'Dell',
      vendor: 'Ingram Micro',
      description: 'Monitor',
      notes: 'n',
      quantity: '2',
      groupQuantity: '1',
      unitOfMeasure: 'each',
      unitCost: '310',
      unitList: '429.99',
      unitPrice: '389',
      extendedPrice: '778',
      taxCode: 'Y',
    });
  });

  describe('quantity', () => {
    it('is the total, else the base times its multipliers', async () => {
      const factors = {
        I_QtyBase: '5',
        I_QtyMultiplier1: '3',
        I_QtyMultiplier2: '',
        I_QtyMultiplier4: '0.5',
      };
      const [stated, computed] = await linesOf(factors, { ...factors, I_QtyTotal: '' });
      expect([stated?.quantity, computed?.quantity]).to.deep.equal(['2', '7.5']);
    });

    it('of a group counts for its members alone', async () => {
      const lines = await linesOf({ I_Description: 'before' }, header, member, { I_Description: 'after' });
      expect(lines.map(({ groupQuantity }) => groupQuantity)).to.deep.equal(['1', '1', '3', '1']);
    });

    it('of a group is that of the member, when it states one', async () => {
      const own = { I_QtyGroupMultiplier: '4' };
      const lines = await linesOf(
        header,
        { ...member, ...own },
        { ...member, I_QtyGroupMultiplier: '0' },
        own,
      );
      expect(lines.map(({ groupQuantity }) => groupQuantity)).to.deep.equal(['1', '4', '3', '1']);
    });

    it('of a group is not known without its header', async () => {
      expect(await faultOf(member)).to.match(/^row 2, column DocumentItems_LineAttributes: a group header/);
      expect((await linesOf({ ...member, I_QtyGroupMultiplier: '4' }))[0]?.groupQuantity).to.equal('4');
    });

    it('and price must be there on a line that is sold, not on a comment', async () => {
      expect(await faultOf({ I_QtyTotal: '' })).to.match(/QtyTotal: a quantity/);
      expect(await faultOf({ I_UnitPrice: '' })).to.match(/UnitPrice: a price/);
      const [comment] = await linesOf({ I_LineType: 'Comment', I_QtyTotal: '', I_UnitPrice: '' });
      expect(comment).to.include({ lineType: 'comment', quantity: '0', unitPrice: '0' });
    });

    it('of a discount may be left out, and its price be the amount', async () => {
      const [discount] = await linesOf({
        I_LineType: '64',
        I_QtyTotal: '',
        I_UnitPrice: '',
        I_ExtendedPrice: '(371.40)',
      });
      expect(discount).to.include({ quantity: '1', unitPrice: '-371.4', extendedPrice: '-371.4' });
    });
  });

  describe('recurrence', () => {
    const monthly = { I_LineAttributes: '128', I_RecurringBillingCycle: 'Monthly' };

    it('takes its days from the line, else from the contract', async () => {
      const contract = { H_ContractStartDate: '1/1/2027', H_ContractEndDate: '12/31/2027' };
      const [own, inherited] = await linesOf(
        { ...contract, ...monthly, I_RecurringStartDate: '3/1/2027', I_RecurringFirstPaymentIncluded: 'Y' },
        { ...contract, ...monthly, I_RecurringStartDate: '' },
      );
      expect(own?.recurrence).to.deep.equal({
        period: 'monthly',
        startsOn: '2027-03-01',
        endsOn: '2027-12-31',
        firstPaymentIncluded: true,
      });
      expect(inherited?.recurrence).to.include({ startsOn: '2027-01-01' });
    });

    it('is told by the cycle where there are no attributes, and by the attributes where there are', async () => {
      const [without] = await linesOf({ I_RecurringBillingCycle: 'Annual' });
      expect([without?.attributes, without?.recurrence?.period]).to.deep.equal([['recurring'], 'yearly']);
      const [cleared] = await linesOf({ ...monthly, I_LineAttributes: '0' });
      expect([cleared?.attributes, cleared?.recurrence]).to.deep.equal([[], undefined]);
    });

    it('needs a cycle that is known', async () => {
      expect(await faultOf({ I_LineAttributes: '128' })).to.match(/RecurringBillingCycle: Weekly, Monthly/);
      expect(await faultOf({ ...monthly, I_RecurringBillingCycle: 'Daily' })).to.match(
        /RecurringBillingCycle/,
      );
    });
  });

  it('do not guess at an unknown type, a mask or a number', async () => {
    expect(await faultOf({}, { I_LineType: '7' })).to.match(/^row 3, column DocumentItems_LineType: 1, 2, 4/);
    expect(await faultOf({ I_LineAttributes: 'x' })).to.match(/LineAttributes: the sum of attribute bits/);
    expect(await faultOf({ I_UnitCost: '12,5' })).to.match(
      /^row 2, column DocumentItems_UnitCost: a number such as/,
    );
  });

  it('have keys by content that survive an insertion', async () => {
    const [first, second] = await linesOf({ I_Description: 'a' }, { I_Description: 'b' });
    const [, , third] = await linesOf(
      { I_Description: 'a' },
      { I_Description: 'new' },
      { I_Description: 'b' },
    );
    expect(third?.key).to.equal(second?.key);
    expect(first?.key).to.not.equal(second?.key);
  });
});
