import { example, Workplace } from '../harness/workplace.js';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';

interface FoundItem {
  readonly id: string;
  readonly name: string;
  readonly numbers: readonly string[];
  readonly sku?: string;
  readonly cost?: string;
  readonly price?: string;
  readonly supplier?: string;
  readonly supplierNumber?: string;
  readonly stock?: string;
  readonly billingPeriod: string;
  readonly classification: { readonly group?: { readonly id: string; readonly name: string } };
}

type Line = Readonly<Record<string, unknown>>;

interface Pushed {
  readonly status: string;
  readonly items: readonly { readonly id: string; readonly action: string }[];
  readonly proof: { readonly verdict: string };
}

describe('Product lookup: search HaloPSA items by text, part number, SKU, supplier part, group; recurring and one-off; result carries cost, price, group, supplier, stock; an item can be turned into a document line (`items search --as-lines`)', () => {
  let place: Workplace;
  before(async () => {
    place = await Workplace.open();
    place.writeConfiguration(
      {},
      {
        productGroupMappings: {
          groups: {
            Hardware: 'Hardware',
            Cloud: '45',
            Netz: 'Networking',
            Network: '46',
            Software: 'Services',
          },
        },
      },
    );
  });
  after(async () => place[Symbol.asyncDispose]());

  async function search(...args: readonly string[]): Promise<readonly FoundItem[]> {
    return ((await place.succeed(['items', 'search', ...args, '--json'])).json() as { items: FoundItem[] })
      .items;
  }
  async function lines(...args: readonly string[]): Promise<readonly Line[]> {
    const ended = await place.succeed(['items', 'search', ...args, '--as-lines', '--json']);
    return (ended.json() as { lines: Line[] }).lines;
  }

  it('by text, in the name and in every number', async () => {
    const texts = ['latitude 5550', 'LAT-5550-I7', '61-LAT-5550'];
    const [none, ...found] = await Promise.all([
      search('no such thing at all'),
      ...texts.map((text) => search(text)),
    ]);
    for (const [index, items] of found.entries())
      expect(
        items.map(({ id }) => id),
        texts[index],
      ).to.include('1001');
    expect(none).to.deep.equal([]);
  });

  it('whatever the blanks between the words', async () => {
    for (const text of [' latitude   5550', 'latitude\t5550 '])
      expect((await search(text)).map(({ id }) => id)).to.include('1001');
  });

  it('by part number, SKU and supplier part, each in its own field', async () => {
    const searches = [
      ['--number', 'LAT-5550'],
      ['--sku', 'LAT-5550-I7'],
      ['--supplier-number', '61-LAT-5550'],
      ['latitude', '--sku', '5550', '--number', 'I7'],
    ];
    const [[item], none, ...found] = await Promise.all([
      search('latitude 5550'),
      search('--sku', '61-LAT-5550'),
      ...searches.map((args) => search(...args)),
    ]);
    expect(item).to.include({ sku: 'LAT-5550-I7', supplierNumber: '61-LAT-5550-I7' });
    for (const [index, items] of found.entries()) {
      expect(
        items.map(({ id }) => id),
        searches[index]?.join(' '),
      ).to.deep.equal(['1001']);
    }
    expect(none, 'a supplier part is no SKU').to.deep.equal([]);
  });

  it('by product group, by name or id; a group that does not exist is named with those that come near', async () => {
    const [cloud, byId, wrong] = await Promise.all([
      search('--group', 'Cloud Subscriptions', '--limit', '200'),
      search('--group', '45', '--limit', '200'),
      place.run(['items', 'search', '--group', 'Cluod Subscriptions']),
    ]);
    expect(cloud.length).to.be.above(2);
    expect(new Set(cloud.map(({ classification }) => classification.group?.id))).to.deep.equal(
      new Set(['45']),
    );
    expect(byId).to.have.length(cloud.length);
    expect(wrong.code).to.equal(2);
    expect(wrong.stderr).to.contain('“Cloud Subscriptions”');
  });

  it('recurring, or billed once', async () => {
    const [recurring, once, both] = await Promise.all([
      search('365', '--recurring'),
      search('fortigate', '--one-off'),
      place.run(['items', 'search', '--recurring', '--one-off']),
    ]);
    expect(recurring.map(({ billingPeriod }) => billingPeriod))
      .to.include('monthly')
      .and.not.to.include('oneOff');
    expect(once.map(({ name }) => name)).to.include('Fortinet FortiGate 60F');
    expect(new Set(once.map(({ billingPeriod }) => billingPeriod))).to.deep.equal(new Set(['oneOff']));
    expect(both.code).to.equal(2);
  });

  it('the result carries cost, price, group, supplier and stock', async () => {
    const [item] = await search('latitude 5550');
    expect(item).to.include({
      cost: '1120',
      price: '1399',
      supplier: 'Brightline Distribution',
      stock: '12',
    });
    expect(item?.classification.group?.name).to.equal('Hardware');
    const { stdout } = await place.succeed(['items', 'search', 'latitude 5550']);
    for (const text of ['1,120.00', '1,399.00', 'Hardware', 'Brightline', '12'])
      expect(stdout).to.contain(text);
  });

  it('as lines of the JSON form: pasted into a document and pushed, they find the same items again', async () => {
    const pasted = [...(await lines('latitude 5550')), ...(await lines('365 business premium'))];
    expect(pasted).to.have.length(2);
    expect(pasted[0]).to.include({
      itemType: 'Hardware',
      manufacturerPartNumber: 'LAT-5550-I7',
      vendor: 'Brightline Distribution',
      vendorPartNumber: '61-LAT-5550-I7',
      quantity: '1',
      unitPrice: '1399',
    });
    expect(pasted[1]).to.deep.include({ itemType: 'Cloud', attributes: ['recurring'] });
    const document = JSON.parse(readFileSync(example('quote.json'), 'utf8')) as Record<string, unknown>;
    for (const name of ['subtotal', 'grandTotal', 'tax']) Reflect.deleteProperty(document, name);
    document['lines'] = pasted;
    await pushAndCompare(place.write('pasted.json', JSON.stringify(document)), 'AAAQ1008');
  });

  it('as lines of the wide CSV export, too, with the mapped field and LineAttributes 128 where they recur', async () => {
    await place.succeed(['init', '--set', 'products.itemNumberField=CustomText07']);
    const found = await Promise.all([
      place.succeed(['items', 'search', 'latitude 5550', '--as-lines']),
      place.succeed(['items', 'search', '365 business premium', '--as-lines']),
    ]);
    const rows = found.flatMap(({ stdout }) => parse<Record<string, string>>(stdout, { columns: true }));
    expect(rows[0]).to.include({
      DocumentItems_QtyBase: '1',
      DocumentItems_UnitCost: '1120',
      DocumentItems_UnitPrice: '1399',
      DocumentItems_CustomText07: 'LAT-5550-I7',
      DocumentItems_LineAttributes: '0',
    });
    expect(rows[1]).to.include({
      DocumentItems_LineAttributes: '128',
      DocumentItems_RecurringBillingCycle: 'Monthly',
    });
    const header = {
      DocNo: 'AAAQ2001',
      DocType: 'QUOTE',
      DocName: 'Pasted',
      SoldToCompany: 'Acme Dental Group',
      SoldToContact: 'Omar Haddad',
    };
    const text = [
      [...Object.keys(header).map((name) => `DocumentHeaders_${name}`), ...Object.keys(rows[0] ?? {})],
      ...rows.map((row) => [...Object.values(header), ...Object.values(row)]),
    ].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n'); // prettier-ignore
    await pushAndCompare(place.write('pasted.csv', text), 'AAAQ2001');
    await place.succeed(['init', '--unset', 'products.itemNumberField']);
  });

  it('an ItemType that leads to the group of the item, or that has its name where no row says otherwise', async () => {
    const typeOf = async (text: string): Promise<unknown> => (await lines(text))[0]?.['itemType'];
    // Two rows lead to Networking; Labour has none, and what is called Software goes to another group.
    expect(await typeOf('fortinet fortigate 60F')).to.equal('Networking');
    expect(await typeOf('engineer, per hour')).to.equal('Labour');
    expect(await typeOf('endpoint detection and response')).to.equal(undefined);
  });

  it('pasted into a document that has lines of its own', async () => {
    const document = JSON.parse(readFileSync(example('quote.json'), 'utf8')) as { lines: Line[] };
    for (const name of ['subtotal', 'grandTotal', 'tax']) Reflect.deleteProperty(document, name);
    document.lines.push(...(await lines('fortinet', '--limit', '2')));
    const file = place.write('among-others.json', JSON.stringify(document));
    const shown = (await place.succeed(['documents', 'show', file, '--doc', 'AAAQ1008', '--json'])).stdout;
    expect(shown).to.contain('FG-60F');
  });

  async function pushAndCompare(file: string, number: string): Promise<void> {
    const before = (await place.data()).items.length;
    const result = (await place.succeed(['push', file, '--doc', number, '--yes', '--json'])).json() as Pushed;
    expect(result.status).to.equal('written');
    expect(result.items.map(({ action }) => action)).to.deep.equal(['matched', 'matched']);
    expect(result.items[0]?.id).to.equal('1001');
    expect(result.proof.verdict).to.equal('equal');
    expect((await place.data()).items, 'no item may be created').to.have.length(before);
  }
});
