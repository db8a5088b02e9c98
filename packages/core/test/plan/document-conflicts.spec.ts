import { expect } from 'chai';
import type { QuoteDocument } from '../../src/domain/document.js';
import { documentConflicts } from '../../src/plan/document-conflicts.js';
import { selectLines } from '../../src/select/select-lines.js';
import { sampleDocument, sampleLine } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';

describe('documentConflicts', () => {
  const sound = sampleDocument({
    lines: [sampleLine({ quantity: '2', unitPrice: '50' })],
    subtotal: '100',
    tax: { mode: 'perLine', total: '6.5' },
    freight: { amount: '10', cost: '0', taxable: false },
    grandTotal: '116.5',
  });
  const messages = (change: Partial<QuoteDocument> = {}): readonly string[] => {
    const document = { ...sound, ...change };
    return documentConflicts(document, selectLines(document, samplePolicy())).map(({ message }) => message);
  };

  it('finds none in a document that adds up', () => {
    expect(messages()).to.deep.equal([]);
  });

  it('finds a subtotal that its lines do not give', () => {
    expect(messages({ subtotal: '100.01' })).to.have.length(1);
    expect(messages({ subtotal: '100.01' })[0])
      .to.include('100.01')
      .and.to.include('add up to 100.00');
  });

  it('writes sums as people read them', () => {
    const lines = [sampleLine({ quantity: '1', unitPrice: '3756.83' })];
    expect(messages({ lines, subtotal: '14000.5' })[0])
      .to.include('add up to 3,756.83')
      .and.to.include('its subtotal is 14,000.50');
  });

  it('finds a grand total with money in it that nothing explains', () => {
    expect(messages({ grandTotal: '116.51' })).to.have.length(1);
    expect(messages({ grandTotal: '116.51' })[0]).to.include('grand total');
  });

  it('does not compare with what the document does not state', () => {
    expect(messages({ tax: { mode: 'perLine' }, grandTotal: '999' })).to.deep.equal([]);
  });

  it('refuses a quote whose order was pushed already, and takes the order again', () => {
    const order = { number: 'O1', type: 'ORDER' } as const;
    const about = (type: QuoteDocument['type']): readonly string[] => {
      const document = { ...sound, type };
      return documentConflicts(document, selectLines(document, samplePolicy()), order).map(
        ({ message }) => message,
      );
    };
    expect(about('QUOTE')[0]).to.include('has become O1');
    expect(about('ORDER')).to.deep.equal([]);
    expect(about('INVOICE')).to.deep.equal([]);
  });

  it('refuses a superseded document', () => {
    expect(messages({ superseded: true })[0]).to.include('superseded');
  });
});
