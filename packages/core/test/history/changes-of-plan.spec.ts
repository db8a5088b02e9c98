import { expect } from 'chai';
import { changesOfPlan } from '../../src/history/changes-of-plan.js';
import { doneChanges } from '../../src/history/done-changes.js';
import type { LineOperation, Operation, QuoteOperation } from '../../src/plan/operation.js';

const nothing = { reasons: {}, image: {}, marker: 'm', before: {}, wanted: {} };
const quote: QuoteOperation = {
  ...nothing,
  kind: 'quote',
  action: 'update',
  id: '7',
  image: { title: 'Offer' },
  wanted: { title: 'Offer', linked: { CFSource: 'Fair' } },
  before: { title: 'Quote', linked: { CFSource: '' } },
  lines: [],
};
const line = (more: Partial<LineOperation>): LineOperation => ({
  action: 'keep',
  key: 'a',
  label: 'A line',
  reasons: {},
  ...more,
});

describe('what a plan changes', () => {
  it('is nothing where everything stays', () => {
    const opportunity: Operation = { ...nothing, kind: 'opportunity', action: 'keep', id: '5' };
    expect(changesOfPlan({ operations: [opportunity, { ...quote, action: 'keep' }] })).to.deep.equal([]);
  });

  it('is each field before and after, values of DataLink by their names', () => {
    const [change] = changesOfPlan({ operations: [quote] });
    expect(change).to.deep.equal({
      record: 'quote',
      action: 'updated',
      id: '7',
      name: 'Offer',
      fields: [
        { field: 'title', before: 'Quote', after: 'Offer' },
        { field: 'linked.CFSource', before: '', after: 'Fair' },
      ],
    });
  });

  it('is each line that comes, changes or goes, and of those that change only what does', () => {
    const wanted = { quantity: '2', price: '5', name: 'A line' } as NonNullable<LineOperation['wanted']>;
    const lines = [
      line({ action: 'create', wanted }),
      line({ action: 'update', wanted, before: { price: '4' } }),
      line({ action: 'remove', removed: { id: '9', quantity: '1', price: '3' } }),
      line({ action: 'foreign' }),
      line({ action: 'keep' }),
    ];
    const [change] = changesOfPlan({ operations: [{ ...quote, lines }] });
    expect(change?.lines).to.deep.equal([
      {
        line: 'A line',
        action: 'created',
        fields: [
          { field: 'quantity', after: '2' },
          { field: 'price', after: '5' },
        ],
      },
      { line: 'A line', action: 'updated', fields: [{ field: 'price', before: '4', after: '5' }] },
      {
        line: 'A line',
        action: 'removed',
        fields: [
          { field: 'quantity', before: '1' },
          { field: 'price', before: '3' },
        ],
      },
    ]);
  });

  it('keeps the entry of a quote with thousands of lines, and of very long texts, small', () => {
    const lines = Array.from({ length: 12_000 }, () => line({ action: 'create' }));
    const wanted = { description: 'x'.repeat(5_000_000) };
    const [change] = changesOfPlan({ operations: [{ ...quote, wanted, lines }] });
    expect(change?.lines).to.have.length(500);
    expect(change?.moreLines).to.equal(11_500);
    expect(JSON.stringify(change).length).to.be.below(100_000);
  });

  it('is only what was carried out, with the ids that records got', () => {
    const item = (number: string): Operation =>
      ({ kind: 'item', action: 'create', item: { number }, reasons: {} }) as unknown as Operation;
    const created: Operation = { ...nothing, kind: 'opportunity', action: 'create' };
    const planned = changesOfPlan({ operations: [item('A1'), item('B1'), created, quote] });
    const done = doneChanges(planned, [
      { what: 'product', id: '11', action: 'created', name: 'b1' },
      { what: 'opportunity', id: '5', action: 'created' },
    ]);
    expect(done.map(({ record, id, name }) => [record, id, name])).to.deep.equal([
      ['item', '11', 'B1'],
      ['opportunity', '5', undefined],
    ]);
  });
});
