import { expect } from 'chai';
import { FakeHttp, type FakeAnswer } from '../support/fake-http.js';
import { managerOn } from '../support/manager-on.js';

/** Lists one ticket type, and answers a read of it. */
function tenantWith(
  ticketType: FakeAnswer,
  list: FakeAnswer = { json: [{ id: 33, name: 'Opportunity' }] },
): FakeHttp {
  return new FakeHttp(({ url }) => {
    if (url.endsWith('/api/FieldInfo')) return { json: [{ id: 5, name: 'CFSource', type: 0, usage: 1 }] };
    if (url.endsWith('/api/TicketType')) return list;
    return url.endsWith('/api/TicketType/33') ? ticketType : undefined;
  });
}

async function required(http: FakeHttp): Promise<unknown> {
  const fields = await managerOn(http).fields.list('opportunities');
  return fields.find(({ name }) => name === 'CFSource')?.required;
}

describe('mandatory fields of ticket types', () => {
  const placed = { technew: 2, fieldinfo: { name: 'CFSource', label: 'Source' } };

  it('are named by the type, in groups of fields too', async () => {
    for (const fields of [[placed], [{ technew: 0, group: { fields: [placed] } }]])
      expect(await required(tenantWith({ json: { id: 33, fields } }))).to.deep.equal(['33']);
  });

  it('stay unknown where the type does not show its fields', async () => {
    for (const fields of [undefined, null, [], [null], [{ technew: 2 }], [{ technew: 2, fieldinfo: null }]])
      expect(await required(tenantWith({ json: { id: 33, fields } }))).to.equal(false);
  });

  it('stay unknown where the list or a type of it may not be read', async () => {
    expect(await required(tenantWith({ status: 403 }))).to.equal(false);
    expect(await required(tenantWith({}, { status: 403, text: 'no' }))).to.equal(false);
  });
});
