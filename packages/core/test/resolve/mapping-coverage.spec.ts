import { expect } from 'chai';
import type { QuoteDocument } from '../../src/domain/document.js';
import { unmappedNames } from '../../src/resolve/mapping-coverage.js';

function document(number: string, itemTypes: readonly string[]): QuoteDocument {
  return {
    number,
    salesRepresentative: 'Dana',
    preparedBy: 'clerk',
    lines: itemTypes.map((itemType, index) => ({ itemType, taxCode: index === 0 ? 'Y' : '' })),
  } as unknown as QuoteDocument;
}

describe('unmappedNames', () => {
  const documents = [document('A1', ['Hardware', 'LABOR ', '']), document('A2', ['labor', 'Freight'])];

  it('names once what no row covers, with the documents it stands in', () => {
    expect(unmappedNames('groups', { hardware: 'Hardware' }, documents)).to.deep.equal([
      { name: 'Freight', documents: ['A2'] },
      { name: 'LABOR', documents: ['A1', 'A2'] },
    ]);
    expect(unmappedNames('taxes', {}, documents)).to.deep.equal([{ name: 'Y', documents: ['A1', 'A2'] }]);
  });

  it('knows both users of a document', () => {
    expect(unmappedNames('users', { DANA: 'Dana Whitfield' }, documents)).to.deep.equal([
      { name: 'clerk', documents: ['A1', 'A2'] },
    ]);
  });
});
