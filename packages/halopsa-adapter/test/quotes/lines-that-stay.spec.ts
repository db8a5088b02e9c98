import { expect } from 'chai';
import type { HaloRecord } from '../../src/record/halo-record.js';
import { FakeHttp } from '../support/fake-http.js';
import { lineFields } from '../support/line-fields.js';
import { managerOn } from '../support/manager-on.js';

describe('lines that HaloPSA will not remove', () => {
  /** Keeps every line it ever saw, also those of quantity zero. */
  function stubbornServer(): { http: FakeHttp; lines: Map<number, HaloRecord> } {
    const lines = new Map<number, HaloRecord>();
    const http = new FakeHttp(({ url, json, method }) => {
      if (!url.includes('/api/Quotation')) return undefined;
      const [body = {}] = method === 'POST' ? (json as HaloRecord[]) : [];
      for (const line of (body['lines'] as HaloRecord[] | undefined) ?? []) {
        const id = Number(line['id'] ?? lines.size + 1);
        lines.set(id, { ...lines.get(id), ...line, id });
      }
      return { json: { id: 9, title: 'Q', lines: [...lines.values()] } };
    });
    return { http, lines };
  }

  it('lose their money and count as gone, once and for all', async () => {
    const { http, lines } = stubbornServer();
    const { quotes } = managerOn(http);
    const marker = { key: 'm' };
    const create = (key: string, position: number) =>
      ({ action: 'create', key, fields: lineFields({ position }) }) as const;
    const { stored } = await quotes.create({ title: 'Q' }, [create('a', 1), create('b', 2)], marker);
    expect(stored?.lines).to.have.length(2);
    const keep = { action: 'keep', id: '1', key: 'a', fields: lineFields() } as const;

    const first = await quotes.update('9', {}, [keep, create('c', 2)], marker);
    expect(first.stored?.lines?.map(({ key }) => key)).to.have.members(['a', 'c']);
    expect(lines.get(2)).to.include({ quantity: 0, price: 0 });
    expect(lines).to.have.property('size', 3);
    expect(http.calls).to.have.length(3);

    await quotes.update('9', {}, [keep, { ...keep, id: '3', key: 'c' }], marker);
    expect(http.calls).to.have.length(4);
  });
});
