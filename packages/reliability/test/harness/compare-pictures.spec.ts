import { expect } from 'chai';
import type { Row, TenantData } from '../../src/engine/sandbox-control.js';
import { comparePictures } from '../../src/picture/compare-pictures.js';
import { moneyOfQuote } from '../../src/picture/money-of-quote.js';
import { tenantPicture } from '../../src/picture/tenant-picture.js';

const line = { id: 8001, qhid: 7001, quantity: 2, price: 10.1, billingperiod: 2, name: 'Seat' };
const quote = { id: 7001, ticket_id: 5001, third_party_number: 'm', tax_total: 1.31, lines: [line] };
const opportunity = { id: 5001, summary: 'A', last_update: '2026-11-23T10:11:12' };
const tenant = (changes: Readonly<Record<string, readonly Row[]>> = {}): TenantData => ({
  clients: [],
  sites: [],
  users: [],
  items: [],
  itemSuppliers: [],
  tickets: [],
  attachments: [],
  actions: [],
  opportunities: [opportunity],
  quotes: [quote],
  ...changes,
});
const wanted = tenantPicture(tenant());
const compared = (changes: Readonly<Record<string, readonly Row[]>>) =>
  comparePictures(tenantPicture(tenant(changes)), wanted);

describe('what a disturbed push is compared by', () => {
  it('does not look at ids and instants', () => {
    const later = { ...opportunity, id: 5003, last_update: '2026-11-23T11:00:00' };
    const moved = { ...quote, id: 7009, ticket_id: 5003, lines: [{ ...line, id: 8005, qhid: 7009 }] };
    expect(compared({ opportunities: [later], quotes: [moved] })).to.deep.equal({
      equal: true,
      duplicates: 0,
      differences: [],
    });
  });

  it('does look at calendar dates', () => {
    const dated = { ...quote, date: '2026-11-23T12:00:00' };
    expect(compared({ quotes: [dated] })).to.include({ equal: false, duplicates: 0 });
  });

  for (const kind of ['clients', 'users', 'items', 'opportunities', 'tickets', 'quotes', 'attachments']) {
    it(`counts a stray record among ${kind}`, () => {
      const data = tenant();
      const stray = kind === 'quotes' ? { ...quote, id: 7002 } : { id: 9999, name: 'stray' };
      const found = compared({ [kind]: [...(data[kind] ?? []), stray] });
      expect(found.equal).to.equal(false);
      expect(found.duplicates).to.be.greaterThan(0);
    });
  }

  it('counts a line that is there twice', () => {
    const doubled = { ...quote, lines: [line, { ...line, id: 8002 }] };
    expect(compared({ quotes: [doubled] })).to.include({ equal: false, duplicates: 1 });
  });

  it('sees what is missing, and a quote that hangs on another opportunity', () => {
    expect(compared({ quotes: [] })).to.include({ equal: false, duplicates: 0 });
    const other = { ...opportunity, id: 5002, summary: 'B' };
    const both = tenantPicture(tenant({ opportunities: [opportunity, other] }));
    const swapped = tenantPicture(
      tenant({ opportunities: [opportunity, other], quotes: [{ ...quote, ticket_id: 5002 }] }),
    );
    expect(comparePictures(swapped, both).equal).to.equal(false);
  });

  it('forgets what was done on a ticket that is deleted', () => {
    expect(compared({ actions: [{ id: 1, ticket_id: 5002 }] }).equal).to.equal(true);
    expect(compared({ actions: [{ id: 1, ticket_id: 5001 }] }).equal).to.equal(false);
  });

  it('adds up the money per billing period, without options and headings', () => {
    const lines = [
      line,
      { ...line, optional: true },
      { ...line, isgroupdesc: true },
      { ...line, billingperiod: 0, quantity: 3, price: 0.1 },
    ];
    expect(moneyOfQuote(tenant({ quotes: [{ ...quote, lines }] }), 'm')).to.deep.equal({
      oneOff: 30,
      weekly: 0,
      monthly: 2020,
      quarterly: 0,
      yearly: 0,
      tax: 131,
    });
    expect(moneyOfQuote(tenant(), 'another')).to.equal(undefined);
  });
});
