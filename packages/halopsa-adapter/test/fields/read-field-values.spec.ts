import { expect } from 'chai';
import { readFieldValues } from '../../src/fields/read-field-values.js';

const read = (customfields: unknown): unknown => readFieldValues('clients', { customfields }, ['CFTier']);
const tier = { id: 181, name: 'CFTier', type: 2, value: 3 };

describe('readFieldValues', () => {
  it('reads a selection by the name of its option, never by its id', () => {
    expect(read([{ ...tier, display: 'Gold' }])).to.deep.equal({ CFTier: 'Gold' });
    expect(read([tier])).to.deep.equal({});
    expect(read([{ ...tier, display: null }])).to.deep.equal({});
    expect(read([{ ...tier, type: 3, value: '1,3' }])).to.deep.equal({});
    expect(read([{ ...tier, value: null }])).to.deep.equal({ CFTier: '' });
  });

  it('leaves custom fields out where the record does not show any', () => {
    for (const customfields of [undefined, null, 'none']) expect(read(customfields)).to.deep.equal({});
    expect(read([])).to.deep.equal({ CFTier: '' });
  });

  it('reads numbers, dates and flags that come as text', () => {
    for (const [type, value, expected] of [
      [6, 'True', 'true'],
      [6, 0, 'false'],
      [4, '2031-02-28T00:00:00', '2031-02-28'],
      [4, '1899-12-30T00:00:00', ''],
      [0, 12, '12'],
    ] as const)
      expect(read([{ ...tier, type, value }]), String(value)).to.deep.equal({ CFTier: expected });
  });
});
