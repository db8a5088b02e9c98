import { expect } from 'chai';
import { FakeHttp } from '../support/fake-http.js';
import { managerOn } from '../support/manager-on.js';
import { rejection } from '../support/rejection.js';

const marker = { key: 'quotebridge:A1' };
const scope = { clientId: '7', titles: ['Move'] };
const marked = { third_party_id_string: marker.key };

function server(rows: readonly object[], byId: Readonly<Record<number, object>> = {}): FakeHttp {
  return new FakeHttp(({ url }) => {
    if (url.endsWith('/api/Opportunities')) return { json: { record_count: rows.length, tickets: rows } };
    const id = /\/api\/Opportunities\/(\d+)$/.exec(url)?.[1];
    return id === undefined ? undefined : { json: { id: Number(id), ...byId[Number(id)] } };
  });
}

const find = async (http: FakeHttp): Promise<readonly string[]> =>
  (await managerOn(http).opportunities.findByMarker(marker, scope)).map(({ id }) => id);

describe('an opportunity by marker', () => {
  it('is read by id when its row holds null in the marker fields', async () => {
    const row = { id: 1, summary: ' move ', third_party_id_string: null, opportunity_third_party_url: null };
    const http = server([row, { ...row, id: 2, summary: 'Other' }], { 1: marked, 2: marked });
    expect(await find(http)).to.deep.equal(['1']);
    expect(http.calls).to.have.length(2);
  });

  it('is not called missing when a row that may be it cannot be read', async () => {
    const tickets = [{ id: 1, summary: 'Move' }];
    for (const status of [400, 404]) {
      const http = new FakeHttp(({ url }) => {
        if (url.endsWith('/api/Opportunities')) return { json: { record_count: 1, tickets } };
        return url.endsWith('/api/Opportunities/1') ? { status } : undefined;
      });
      await rejection(find(http), 'remote.unexpected');
    }
  });

  it('is looked for again when a row is gone by the time that it is read', async () => {
    const row = { id: 2, summary: 'Move' };
    let lists = 0;
    const http = new FakeHttp(({ url }) => {
      if (url.endsWith('/api/Opportunities')) {
        lists += 1;
        const tickets = lists === 1 ? [{ id: 1, summary: 'Move' }, row] : [row];
        return { json: { record_count: tickets.length, tickets } };
      }
      if (url.endsWith('/api/Opportunities/1')) return { status: 404 };
      return url.endsWith('/api/Opportunities/2') ? { json: { ...row, ...marked } } : undefined;
    });
    expect(await find(http)).to.deep.equal(['2']);
    expect(lists).to.equal(2);
  });

  it('that is known to carry it is not read to know that', async () => {
    const http = server([{ id: 1, summary: 'Move' }]);
    const found = await managerOn(http).opportunities.findByMarker(marker, { ...scope, known: '1' });
    expect(found.map(({ id }) => id)).to.deep.equal(['1']);
    expect(http.calls).to.have.length(1);
  });

  it('is not read by id when its row shows that it has none', async () => {
    const http = server([{ id: 1, summary: 'Move', third_party_id_string: '' }], { 1: marked });
    expect(await find(http)).to.deep.equal([]);
    expect(http.calls).to.have.length(1);
  });

  it('is known by either of its two fields', async () => {
    const link = { opportunity_third_party_url: 'quotebridge://document/quotebridge%3AA1' };
    expect(
      await find(
        server([
          { id: 1, ...link },
          { id: 2, ...marked },
        ]),
      ),
    ).to.deep.equal(['1', '2']);
  });

  it('of another client does not count, should the server ignore the filter', async () => {
    expect(await find(server([{ id: 1, client_id: 8, ...marked }]))).to.deep.equal([]);
  });

  it('is not guessed at when too many have its title', async () => {
    const rows = Array.from({ length: 51 }, (_, index) => ({ id: index + 1, summary: 'Move' }));
    await rejection(find(server(rows)), 'remote.unexpected');
  });
});
