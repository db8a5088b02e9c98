import { expect } from 'chai';
import { documentField } from '../../src/data-link.js';

describe('documentField', () => {
  it('tells the type of a column by its name', () => {
    const types = (names: string): readonly string[] =>
      names.split(' ').map((name) => documentField(name).type);
    expect(types('CustomNumber01 QtyTotal UnitPrice GrandTotal LocalTaxRate')).to.deep.equal(
      Array(5).fill('number'),
    );
    expect(types('DocDate CustomDate05 ExpirationDate')).to.deep.equal(Array(3).fill('date'));
    expect(types('DocNo CustomText01 SoldToPhone constructor __proto__')).to.deep.equal(
      Array(5).fill('text'),
    );
  });

  it('fills neither what a document is known by nor its sums', () => {
    for (const name of ['DocNo', 'doctype', 'GrandTotal', 'ShippingCost'])
      expect(documentField(name).writable, name).to.equal(false);
    expect(documentField('CustomText01').writable).to.equal(true);
  });

  it('knows other spellings', () => {
    expect(documentField('ExpirationDate').otherNames).to.include('QuoteExpirationDate');
    expect(documentField('toString')).not.to.have.property('otherNames');
  });
});
