import { expect } from 'chai';
import { diffRules } from '../../src/diff/diff-rules.js';
import { compiledRules, lineOf } from '../compiled-rules.js';

const partNumber = {
  field: 'InternalPartNumber',
  fallbackByLineType: { freight: 'FREIGHT' },
  generation: { mode: 'macro', macro: '&DI_ItemType:&DI_ManufacturerPartNumber' },
} as const;
const before = compiledRules({
  partNumber,
  productGroups: { rows: [{ when: 'Labor', value: '12' }], default: '1' },
  users: { rows: { jane: '7' } },
});
const after = compiledRules({
  partNumber: {
    ...partNumber,
    generation: {
      mode: 'byItemType',
      byItemType: {
        rows: { Labor: 'LAB-&DI_ManufacturerPartNumber' },
        default: '&DI_ItemType:&DI_ManufacturerPartNumber',
      },
    },
    length: { maximum: 12 },
  },
  productGroups: {
    rows: [
      { when: { ItemType: 'Labor', Manufacturer: { empty: true } }, value: '13' },
      { when: 'labor', value: '12' },
    ],
    default: '1',
  },
  taxes: { rows: { GST: '3' } },
});

function changes(given: Readonly<Record<string, string>>) {
  return diffRules(before, after, lineOf(before, given)).map(({ column, before: old, after: next }) => [
    column,
    `${old.value} ${old.path ?? '-'}`,
    `${next.value} ${next.path ?? '-'}`,
  ]);
}

describe('what another rule set would change', () => {
  it('is nothing for lines of which both make the same', () => {
    expect(changes({ ItemType: 'Product', ManufacturerPartNumber: 'DVC' })).to.deep.equal([]);
    expect(changes({ InternalPartNumber: 'I-1', ItemType: 'Labor', Manufacturer: 'x' })).to.deep.equal([]);
    expect(changes({ LineType: 'freight' })).to.deep.equal([]);
  });

  it('is each column with both values and the rules behind them', () => {
    expect(changes({ ItemType: 'Labor', ManufacturerPartNumber: 'H1' })).to.deep.equal([
      [
        'PartNumber',
        'Labor:H1 /partNumber/generation/macro',
        'LAB-H1 /partNumber/generation/byItemType/rows/Labor',
      ],
      ['ProductGroup', '12 /productGroups/rows/0', '13 /productGroups/rows/0'],
    ]);
  });

  it('takes a column that only one of them has for empty in the other', () => {
    expect(changes({ InternalPartNumber: 'I', DH_SalesRep: 'jane', TaxCode: 'gst' })).to.deep.equal([
      ['User', '7 /users/rows/jane', ' -'],
      ['Tax', ' -', '3 /taxes/rows/GST'],
    ]);
  });

  it('tells what could not be made', () => {
    const line = lineOf(before, {
      ItemType: 'Product',
      ManufacturerPartNumber: 'DVC503-BLACK',
    });
    const [difference] = diffRules(before, after, line);
    expect(difference?.before.problems).to.deep.equal([]);
    expect(difference?.after).to.deep.include({ value: '', path: '/partNumber/length' });
    expect(difference?.after.problems.map(({ code }) => code)).to.deep.equal(['partNumber.tooLong']);
  });
});
