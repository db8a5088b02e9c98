import { expect } from 'chai';
import { selectLines } from '../../src/select/select-lines.js';
import { unitPrice } from '../../src/select/unit-price.js';
import { sampleDocument, sampleLine } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';

describe('unitPrice', () => {
  it('is the stated price when that gives the stated amount', () => {
    const price = unitPrice(sampleLine({ quantity: '15', unitPrice: '12', extendedPrice: '180' }));
    expect(price).to.deep.include({ price: '12' });
  });

  it('is the stated price when no amount is stated', () => {
    expect(unitPrice(sampleLine({ quantity: '15', unitPrice: '12' }))).to.deep.include({ price: '12' });
  });

  it('is the amount by the quantity for a price per hundred', () => {
    const price = unitPrice(sampleLine({ quantity: '250', unitPrice: '40', extendedPrice: '100' }));
    expect(price).to.deep.include({ price: '0.4' });
    expect(price).to.have.nested.property('reason.text').that.contains('250 × unit price 40');
  });

  it('is the amount by the quantity for a percentage of other lines', () => {
    expect(unitPrice(sampleLine({ quantity: '1', unitPrice: '15', extendedPrice: '48.37' }))).to.deep.include(
      { price: '48.37' },
    );
  });

  it('takes four places where they give the amount to the cent', () => {
    expect(unitPrice(sampleLine({ quantity: '3', unitPrice: '0', extendedPrice: '10' }))).to.deep.include({
      price: '3.3333',
    });
  });

  it('refuses an amount that no price of four places gives', () => {
    expect(
      unitPrice(sampleLine({ quantity: '70000', unitPrice: '0', extendedPrice: '10' })),
    ).to.have.property('fault');
  });

  it('refuses an amount without a quantity', () => {
    expect(unitPrice(sampleLine({ quantity: '0', unitPrice: '10', extendedPrice: '10' }))).to.have.property(
      'fault',
    );
    expect(unitPrice(sampleLine({ quantity: '0', unitPrice: '10', extendedPrice: '0' }))).to.deep.include({
      price: '10',
    });
  });

  it('works for negative quantities and amounts', () => {
    expect(unitPrice(sampleLine({ quantity: '-4', unitPrice: '0', extendedPrice: '10' }))).to.deep.include({
      price: '-2.5',
    });
    expect(unitPrice(sampleLine({ quantity: '4', unitPrice: '0', extendedPrice: '-10' }))).to.deep.include({
      price: '-2.5',
    });
  });

  it('never loses a cent to the quantity of the group', () => {
    const cases = [
      { quantity: '3', unitPrice: '0', extendedPrice: '10' },
      { quantity: '3', unitPrice: '3.333', extendedPrice: '10' },
    ];
    for (const prices of cases) {
      const member = sampleLine({ attributes: ['groupMember'], groupQuantity: '100', ...prices });
      const { lines, faults } = selectLines(sampleDocument({ lines: [member] }), samplePolicy());
      expect(lines, 'a line that is short of 1000').to.deep.equal([]);
      expect(faults).to.have.length(1);
    }
    const even = sampleLine({
      attributes: ['groupMember'],
      groupQuantity: '3',
      quantity: '3',
      unitPrice: '0',
      extendedPrice: '10',
    });
    const { lines } = selectLines(sampleDocument({ lines: [even] }), samplePolicy());
    expect(lines[0]).to.deep.include({ price: '3.3333', quantity: '9', amount: '30' });
  });
});
