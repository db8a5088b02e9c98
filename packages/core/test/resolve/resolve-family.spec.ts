import { expect } from 'chai';
import { resolveFamily } from '../../src/resolve/resolve-family.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import type { StateStore } from '../../src/state/state-store.js';
import { sampleDocument } from '../samples/sample-document.js';
import type { QuoteDocument } from '../../src/domain/document.js';

describe('resolveFamily', () => {
  let state: StateStore;
  beforeEach(async () => {
    state = await openSqliteState({ path: ':memory:' });
  });
  afterEach(() => state[Symbol.asyncDispose]());

  function document(number: string, over: Partial<QuoteDocument> = {}): QuoteDocument {
    return sampleDocument({ number, ...over });
  }

  it('is the number of a document that refers to nothing', async () => {
    expect(await resolveFamily(document('Q1'), [], state, 'main')).to.equal('Q1');
  });

  it('is the first quote of revisions and conversions, however long the chain is', async () => {
    const siblings = [
      document('Q1'),
      document('Q1-02', { revisionOf: 'Q1' }),
      document('O1', { convertedFrom: 'Q1-02' }),
    ];
    const invoice = document('I1', { convertedFrom: 'O1' });
    expect(await resolveFamily(invoice, siblings, state, 'main')).to.equal('Q1');
  });

  it('goes as far as the file goes', async () => {
    expect(await resolveFamily(document('O1', { convertedFrom: 'Q1-02' }), [], state, 'main')).to.equal(
      'Q1-02',
    );
  });

  it('takes what is remembered, of the document or of one it comes from, on this connection', async () => {
    await state.commit('main', 'F', { numbers: ['Q1-02'] });
    const order = document('O1', { convertedFrom: 'Q1-02' });
    expect(await resolveFamily(order, [], state, 'main')).to.equal('F');
    expect(await resolveFamily(order, [], state, 'other')).to.equal('Q1-02');
  });

  it('ignores a reference of a document to itself', async () => {
    expect(await resolveFamily(document('Q1', { revisionOf: 'Q1' }), [], state, 'main')).to.equal('Q1');
  });

  it('ends in a circle, with the same family for each document of it', async () => {
    const circle = [
      document('B', { convertedFrom: 'C' }),
      document('C', { convertedFrom: 'A' }),
      document('A', { convertedFrom: 'B' }),
    ];
    const families = await Promise.all(circle.map((entry) => resolveFamily(entry, circle, state, 'main')));
    expect(new Set(families).size).to.equal(1);
    const outside = document('Z', { revisionOf: 'C' });
    expect(await resolveFamily(outside, circle, state, 'main')).to.equal(families[0]);
  });
});
