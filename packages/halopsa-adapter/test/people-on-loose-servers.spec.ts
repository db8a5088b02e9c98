import { expect } from 'chai';
import { FakeHttp } from './support/fake-http.js';
import { managerOn } from './support/manager-on.js';

/** Gives every row, whatever is asked for. */
const loose = (entity: string, key: string, rows: readonly object[]): FakeHttp =>
  new FakeHttp(({ url }) =>
    url.endsWith(`/api/${entity}`) ? { json: { record_count: rows.length, [key]: rows } } : undefined,
  );

describe('people, on a server that does not narrow its lists', () => {
  it('clients are checked for text and state, whatever the accents', async () => {
    const http = loose('Client', 'clients', [
      { id: 1, name: 'Müller Söhne' },
      { id: 2, name: 'Acme' },
      { id: 3, name: 'Muller old', inactive: true },
      { id: 0, name: 'Muller stub' },
    ]);
    const found = await managerOn(http).clients.search({ text: 'MULLER' });
    expect(found.map(({ id }) => id)).to.deep.equal(['1']);
    expect(http.calls[0]?.query).to.include({ search: 'MULLER' });
    expect(JSON.parse(String(http.calls[0]?.query?.['advanced_search']))).to.deep.equal([
      { filter_name: 'name', filter_type: 4, filter_value: 'MULLER' },
    ]);
  });

  it('users are checked for text, client and state, and placeholders left out', async () => {
    const http = loose('Users', 'users', [
      { id: 1, name: 'General User', client_id: 7 },
      { id: 2, firstname: 'Ann', surname: 'General', client_id: 7.0 },
      { id: 3, name: 'General Other', client_id: 8 },
      { id: 4, name: 'General Old', client_id: 7, inactive: true },
      { id: 5, name: 'Bob', emailaddress: 'general@acme.example' },
      { id: 6, name: 'Eve', client_id: 7 },
    ]);
    const found = await managerOn(http).users.search({ text: 'general', clientId: '7' });
    expect(found.map(({ id, name, clientId }) => [id, name, clientId])).to.deep.equal([
      ['2', 'Ann General', '7'],
      ['5', 'Bob', '7'],
    ]);
  });
});
