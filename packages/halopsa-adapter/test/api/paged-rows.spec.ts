import { expect } from 'chai';
import type { ListRows } from '../../src/api/list-rows.js';
import { pagedRows } from '../../src/api/paged-rows.js';
import type { HaloRecord } from '../../src/record/halo-record.js';
import { rejection } from '../support/rejection.js';

const rows = (from: number, count: number): readonly HaloRecord[] =>
  Array.from({ length: count }, (_, index) => ({ id: from + index }));

async function collect(pages: readonly ListRows[]): Promise<{ ids: unknown[]; asked: number[] }> {
  const asked: number[] = [];
  const ids: unknown[] = [];
  const read = (query: { page_no: number }): Promise<ListRows> => {
    asked.push(query.page_no);
    return Promise.resolve(pages[query.page_no - 1] ?? { rows: [], total: 0 });
  };
  for await (const page of pagedRows('rows', read)) ids.push(...page.rows.map((row) => row['id']));
  return { ids, asked };
}

describe('pagedRows', () => {
  it('stops at the stated count, without a further request', async () => {
    const { ids, asked } = await collect([
      { rows: rows(1, 100), total: 130 },
      { rows: rows(101, 30), total: 130 },
    ]);
    expect(ids).to.have.length(130);
    expect(asked).to.deep.equal([1, 2]);
  });

  it('goes on when the server gives smaller pages than asked', async () => {
    const pages = [0, 1, 2].map((page) => ({ rows: rows(page * 50 + 1, page === 2 ? 20 : 50), total: 120 }));
    expect((await collect(pages)).ids).to.have.length(120);
  });

  it('stops at an empty page that states no rows', async () => {
    const { ids, asked } = await collect([{ rows: rows(1, 100), total: 150 }]);
    expect(ids).to.have.length(100);
    expect(asked).to.deep.equal([1, 2]);
  });

  it('trusts the count of the first page only', async () => {
    const { ids } = await collect([
      { rows: rows(1, 100), total: 230 },
      { rows: rows(101, 99), total: 0 },
      { rows: rows(200, 31), total: 0 },
    ]);
    expect(ids).to.have.length(230);
  });

  it('without a count, a page that is not full is the last', async () => {
    const all = { rows: rows(1, 100), total: undefined };
    expect((await collect([all, { rows: rows(101, 7), total: undefined }])).asked).to.deep.equal([1, 2]);
    expect((await collect([{ rows: rows(1, 340), total: undefined }])).ids).to.have.length(340);
  });

  it('gives out a row once when the list moves between two pages', async () => {
    const { ids } = await collect([
      { rows: rows(1, 100), total: 150 },
      { rows: rows(100, 51), total: 150 },
    ]);
    expect(ids).to.have.length(150);
    expect(new Set(ids)).to.have.property('size', 150);
  });

  it('reads on when a row that came twice stands for one that is still to come', async () => {
    const { ids } = await collect([
      { rows: rows(1, 100), total: 200 },
      { rows: rows(100, 100), total: 201 },
      { rows: rows(200, 2), total: 201 },
    ]);
    expect(ids).to.have.length(201);
  });

  it('gives an empty list as one empty page', async () => {
    expect((await collect([])).asked).to.deep.equal([1]);
  });

  it('fails when the same page comes again', async () => {
    const page = { rows: rows(1, 100), total: 300 };
    const error = await rejection(collect([page, page, page]), 'remote.unexpected');
    expect(error.message).to.contain('same page');
  });

  it('fails when there is no end', async () => {
    const endless = pagedRows('rows', ({ page_no }) =>
      Promise.resolve({ rows: rows(page_no * 100, 100), total: undefined }),
    );
    const drain = async (): Promise<number> => {
      let count = 0;
      for await (const page of endless) count += page.rows.length;
      return count;
    };
    await rejection(drain(), 'remote.unexpected');
  });
});
