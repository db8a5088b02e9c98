import { expect } from 'chai';
import { taxCoverage } from '../../src/resolve/tax-coverage.js';
import { sampleDocument, sampleLine } from '../samples/sample-document.js';
import type { QuoteDocument } from '../../src/domain/document.js';

describe('the tax codes of documents that no row covers', () => {
  const taxes = [{ id: '2', name: 'Sales tax', detail: { percent: '6.5' } }];
  const document = (number: string, rate: string, ...codes: readonly string[]): QuoteDocument =>
    sampleDocument({
      number,
      tax: { mode: 'perLine', rate },
      lines: codes.map((taxCode, index) => sampleLine({ key: String(index), taxCode })),
    });

  it('need a row only where a push would ask', async () => {
    const documents = [
      document('A1', '0.065', 'Y', 'n', ''),
      document('A2', '0.065', 'Y', 'X'),
      document('A3', '0.07', 'Y'),
    ];
    expect(await taxCoverage({}, documents, taxes)).to.deep.equal({
      unmapped: [
        { name: 'X', documents: ['A2'] },
        { name: 'Y', documents: ['A3'] },
      ],
      understood: [
        { name: 'N', means: 'tax code N: not taxed', documents: ['A1'] },
        { name: 'Y', means: 'tax Sales tax, by the rate of 6.5 %', documents: ['A1', 'A2'] },
      ],
    });
    expect(await taxCoverage({ y: 'Sales tax', X: '2' }, documents, taxes)).to.deep.equal({
      unmapped: [],
      understood: [{ name: 'N', means: 'tax code N: not taxed', documents: ['A1'] }],
    });
  });
});
