import { lineTypes as ruleLineTypes } from '@quotebridge/mapping-rules';
import { expect } from 'chai';
import { lineTypes } from '../../src/domain/document-line.js';

describe('line types', () => {
  it('are the same to documents and to rules, which know freight, too', () => {
    expect(ruleLineTypes).to.deep.equal([...lineTypes, 'freight']);
  });
});
