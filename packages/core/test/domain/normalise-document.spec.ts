import { expect } from 'chai';
import type { QuoteDocument } from '../../src/domain/document.js';
import { normaliseDocument } from '../../src/domain/normalise-document.js';
import { sampleDocument, sampleLine } from '../samples/sample-document.js';

describe('normaliseDocument', () => {
  it('refuses numbers and keys that can be no marker', () => {
    const at = (document: QuoteDocument): readonly string[] =>
      normaliseDocument(document).faults.map((fault) => fault.at);
    expect(at(sampleDocument({ number: 'A'.repeat(81) }))).to.deep.equal(['/number']);
    expect(at(sampleDocument({ number: 'A\u0000B' }))).to.deep.equal(['/number']);
    expect(at(sampleDocument({ lines: [sampleLine({ key: 'a\u0000' })] }))).to.deep.equal(['/lines/0/key']);
    expect(at(sampleDocument({ number: 'Ä-1001 rev. “B”' }))).to.deep.equal([]);
  });

  it('brings every amount to canonical form', () => {
    const { document, faults } = normaliseDocument(
      sampleDocument({
        subtotal: '10.00',
        grandTotal: '010.650',
        tax: { mode: 'perLine', rate: '0.0650', total: '-.650' },
        freight: { amount: '5.00', cost: '4.10', taxable: true },
        lines: [
          sampleLine({
            quantity: '1.0',
            groupQuantity: '01',
            unitCost: '3.0',
            unitList: '4.50',
            unitPrice: '.50',
            extendedPrice: '0.50',
          }),
        ],
      }),
    );
    expect(faults).to.deep.equal([]);
    expect(document.subtotal).to.equal('10');
    expect(document.grandTotal).to.equal('10.65');
    expect(document.tax).to.deep.equal({ mode: 'perLine', rate: '0.065', total: '-0.65' });
    expect(document.freight).to.deep.equal({ amount: '5', cost: '4.1', taxable: true });
    expect(document.lines[0]).to.deep.include({
      quantity: '1',
      groupQuantity: '1',
      unitCost: '3',
      unitList: '4.5',
      unitPrice: '0.5',
      extendedPrice: '0.5',
    });
  });

  it('invents no amount that is not stated', () => {
    const { document } = normaliseDocument(sampleDocument());
    expect(document).not.to.have.any.keys('subtotal', 'grandTotal');
    expect(document.tax).to.deep.equal({ mode: 'perLine' });
    expect(document.lines[0]).not.to.have.property('extendedPrice');
  });

  it('gives the same document for numbers and for texts', () => {
    const numbers = { unitPrice: 12.5, quantity: 3 } as unknown as { unitPrice: string; quantity: string };
    const one = normaliseDocument(sampleDocument({ lines: [sampleLine(numbers)] }));
    const two = normaliseDocument(
      sampleDocument({ lines: [sampleLine({ unitPrice: '12.50', quantity: '3.0' })] }),
    );
    expect(one).to.deep.equal(two);
  });

  it('names each line whose key another line has', () => {
    const { faults } = normaliseDocument(
      sampleDocument({ lines: ['a', 'b', 'a', 'a'].map((key) => sampleLine({ key })) }),
    );
    expect(faults).to.deep.equal([
      { at: '/lines/2/key', value: 'a', expected: 'a key that no other line has' },
      { at: '/lines/3/key', value: 'a', expected: 'a key that no other line has' },
    ]);
  });

  it('wants a billing period of a line that recurs', () => {
    const { faults } = normaliseDocument(
      sampleDocument({
        lines: [
          sampleLine({ key: 'a', attributes: ['recurring'] }),
          sampleLine({
            key: 'b',
            attributes: ['recurring'],
            recurrence: { period: 'monthly', firstPaymentIncluded: false },
          }),
        ],
      }),
    );
    expect(faults.map(({ at }) => at)).to.deep.equal(['/lines/0/recurrence']);
  });
});
