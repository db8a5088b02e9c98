import { expect } from 'chai';
import { readListRows } from '../../src/api/list-rows.js';

const columns = [{ id: 12, name: 'Name' }];

describe('readListRows', () => {
  it('reads a bare array, an envelope, and one whose rows have another name', () => {
    const rows = [{ id: 1 }];
    for (const body of [rows, { tickets: rows }, { record_count: 1, opportunities: rows }])
      expect(readListRows(body, 'tickets')?.rows).to.deep.equal(rows);
    expect(readListRows({ record_count: 1, tickets: rows }, 'tickets')?.total).to.equal(1);
  });

  it('takes no other list of the envelope for the rows of an empty one', () => {
    for (const body of [
      { record_count: 0, clients: null, columns },
      { record_count: 0, columns },
      { record_count: 0, clients: [], columns },
    ])
      expect(readListRows(body, 'clients')?.rows, JSON.stringify(body)).to.deep.equal([]);
  });

  it('knows no rows where some are counted and none are shown, or where the answer is no list', () => {
    const hidden = [
      { record_count: 3, clients: null, columns },
      { record_count: 3, columns },
      { clients: null, columns },
    ];
    for (const body of [...hidden, { id: 1 }, 'text', null, 7])
      expect(readListRows(body, 'clients'), JSON.stringify(body)).to.equal(undefined);
  });
});
