import { expect } from 'chai';
import { sampleDocument, sampleLine } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';
import { connectionRules } from '../samples/sample-rules.js';
import type { QuoteDocument } from '../../src/domain/document.js';
import { uncoveredNames, unmappedNames } from '../../src/resolve/mapping-coverage.js';

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

describe('uncoveredNames', () => {
  const documents = [
    sampleDocument({
      number: 'A1',
      salesRepresentative: 'dora',
      preparedBy: 'clerk',
      lines: [
        sampleLine({ key: 'a', itemType: 'Labor', vendor: 'Acme' }),
        sampleLine({ key: 'b', itemType: 'Labour', vendor: 'Acme' }),
        sampleLine({ key: 'c', itemType: ' LABOR ' }),
        sampleLine({ key: 'd' }),
      ],
    }),
  ];
  const rules = connectionRules(samplePolicy(), {
    users: { rows: [{ when: { DH_SalesRep: { prefix: 'dor' }, DH_DocNo: { exact: 'A1' } }, value: 'Dora' }] },
    productGroups: {
      rows: [
        { when: { ItemType: { pattern: 'Labou?r' }, Vendor: 'Acme' }, value: 'Labour' },
        { when: 'Labour', value: 'Labour' },
      ],
      default: 'Hardware',
    },
  });
  const named = (table: 'users' | 'groups'): unknown =>
    uncoveredNames(table, documents, (document) => rules.forDocument(document, {}));

  it('names an ItemType that one of its lines has no row for, and users that none is for', () => {
    expect(named('groups')).to.deep.equal([{ name: 'LABOR', documents: ['A1'] }]);
    expect(named('users')).to.deep.equal([{ name: 'clerk', documents: ['A1'] }]);
  });

  it('knows whom a table with a key of its own goes by, and nobody else', () => {
    const uncovered = (key: string, row: string): unknown =>
      uncoveredNames('users', documents, (document) =>
        connectionRules(samplePolicy(), { users: { key, rows: { [row]: 'Dora' } } }).forDocument(
          document,
          {},
        ),
      );
    expect(uncovered('DH_preparedBy', 'CLERK')).to.deep.equal([]);
    expect(uncovered('DH_PreparedBy', 'dora')).to.deep.equal([{ name: 'clerk', documents: ['A1'] }]);
    expect(uncovered('DH_SoldToPONumber', 'dora')).to.deep.equal([]);
  });
});
