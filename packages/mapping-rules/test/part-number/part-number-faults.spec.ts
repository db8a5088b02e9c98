import { expect } from 'chai';
import { partNumberFaults } from '../../src/index.js';
import { vocabulary } from '../vocabulary.js';

describe('partNumberFaults', () => {
  it('names the field and every macro that cannot work, all at once', () => {
    const faults = partNumberFaults({
      field: 'CustomText77',
      generation: {
        mode: 'byItemType',
        byItemType: { Labor: '&DI_ItemTyp', Hardware: '&DI_ItemType', 'A/B': '&DH_Nope' },
        otherwise: '&DI_',
      },
      vocabulary,
    });
    expect(faults.map(({ path }) => path)).to.deep.equal([
      '/field',
      '/generation/byItemType/Labor',
      '/generation/byItemType/A~1B',
      '/generation/otherwise',
    ]);
  });

  it('finds nothing in a rule that works, nor in what a rule does not use', () => {
    const generation = { mode: 'macro', macro: '&DI_ItemTyp' } as const;
    expect(
      partNumberFaults({ field: 'CustomText01', generation: { mode: 'none' }, vocabulary }),
    ).to.deep.equal([]);
    expect(partNumberFaults({ field: 'ManufacturerPartNumber', generation, vocabulary })).to.deep.equal([]);
    expect(partNumberFaults({ field: 'CustomText01', generation, vocabulary })).to.have.length(1);
  });

  it('names a macro that is missing, and ItemTypes that are the same', () => {
    const macro = { mode: 'macro', macro: '' } as const;
    expect(partNumberFaults({ field: 'CustomText01', generation: macro, vocabulary })[0]?.path).to.equal(
      '/generation/macro',
    );
    const twice = { mode: 'byItemType', byItemType: { Labor: 'L', labor: 'M' } } as const;
    expect(partNumberFaults({ field: 'CustomText01', generation: twice, vocabulary })[0]?.code).to.equal(
      'table.duplicateKey',
    );
  });
});
