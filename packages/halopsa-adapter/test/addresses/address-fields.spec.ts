import { expect } from 'chai';
import type { Address } from '@quotebridge/core/plugin';
import { addressFields, billingSlots, readAddress } from '../../src/addresses/address-fields.js';

describe('an address of a quote', () => {
  const cases: readonly Address[] = [
    { lines: [], postalCode: '' },
    { lines: ['1 Main St', '', 'Springfield'], postalCode: '01101' },
    { lines: ['a', 'b', 'c', 'd'], postalCode: '' },
    { lines: ['a', 'b', 'c', 'd', 'e', 'f'], postalCode: '9' },
  ];

  for (const address of cases) {
    it(`comes back from either form: ${JSON.stringify(address)}`, () => {
      const { address: object, ...flat } = addressFields(billingSlots, address);
      expect(readAddress({ address: object }, billingSlots)).to.deep.equal(address);
      expect(readAddress(flat, billingSlots)).to.deep.equal(address);
      expect(readAddress({ address: { line1: null }, ...flat }, billingSlots)).to.deep.equal(address);
    });
  }

  it('is not reported when the quote has neither form', () => {
    expect(readAddress({ id: 1, address: null }, billingSlots)).to.equal(undefined);
  });
});
