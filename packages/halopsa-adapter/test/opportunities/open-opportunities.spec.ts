import { expect } from 'chai';
import { FakeHttp } from '../support/fake-http.js';
import { managerOn } from '../support/manager-on.js';

describe('a list of open opportunities', () => {
  it('does not ask how a closed row ended that it leaves out anyway', async () => {
    const tickets = [
      { id: 1, summary: 'Open', dateclosed: null },
      { id: 2, summary: 'Closed', dateclosed: '2026-01-05T10:00:00Z' },
    ];
    const http = new FakeHttp(({ url }) =>
      url.endsWith('/api/Opportunities') ? { json: { record_count: 2, tickets } } : undefined,
    );
    const open = await managerOn(http).opportunities.list({ clientId: '7', openOnly: true });
    expect(open.map(({ id }) => id)).to.deep.equal(['1']);
    expect(http.calls).to.have.length(1);
  });
});
