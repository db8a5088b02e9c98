import { expect } from 'chai';
import type { JsonObject } from '@quotebridge/core';
import { refusalOf } from './refusal-of.js';
import { rowLine } from './row-document.js';
import { RowTenant } from './row-tenant.js';

describe('Bad settings are found before the first write, all of them at once, each with the path of its setting', () => {
  let row: RowTenant;

  before(async () => {
    row = await RowTenant.start();
  });
  after(() => row[Symbol.asyncDispose]());
  beforeEach(() => row.reset());

  const known = rowLine({ key: 'k', manufacturerPartNumber: 'U2724D', internalPartNumber: 'U2724D' });
  const fresh = rowLine({ key: 'f', manufacturerPartNumber: 'FRESH', itemType: 'Product' });

  async function faultsOf(pages: Record<string, JsonObject>, lines = [known]): Promise<readonly string[]> {
    const conflicts = await refusalOf(() => row.push(row.document(lines), pages));
    for (const { message, next } of conflicts) expect([message, next]).to.not.include('');
    expect(
      (await row.tenant.requests()).filter(({ write }) => write),
      'writes',
    ).to.deep.equal([]);
    return conflicts.map(({ about }) => about).sort();
  }

  const bad = {
    products: {
      itemNumberField: 'InternalPartNumber',
      partNumberGeneration: {
        mode: 'byItemType',
        byItemType: { Labor: '&DI_ItemTipe', Product: '&DI_CustomText01' },
        otherwise: '&DH_NoSuchField',
      },
    },
    defaults: { ticketType: 'A type that is gone', productGroup: 'A group that is gone' },
    productGroupMappings: { groups: { Labor: 'Labour', Freight: 'Gone', Software: 'Gone, too' } },
    userMappings: { users: { dwhitfield: 'Dana Whitfield', someone: 'Nobody' } },
    taxMappings: { codes: { Y: 'Sales tax 6.5', Z: 'A tax that is gone' } },
    opportunity: { wonStatus: 'A status that is gone', closureCategory: 'A category that is gone' },
    quote: { status: 'A quote status that is gone' },
    dataLink: {
      rows: [
        { on: 'save', object: 'opportunities', from: 'CustomText01', to: 'CFBudget' },
        { on: 'save', object: 'opportunities', from: 'DocNo', to: 'CFNoSuchField' },
        { on: 'save', object: 'quotes', from: 'DocNo', to: 'CFQuotingToolReference' },
      ],
    },
  };
  const places = [
    'dataLink.rows.0.to',
    'dataLink.rows.1.to',
    'defaults.productGroup',
    'defaults.ticketType',
    'opportunity.closureCategory',
    'opportunity.wonStatus',
    'productGroupMappings.groups.Freight',
    'productGroupMappings.groups.Software',
    'products.partNumberGeneration.byItemType.Labor',
    'products.partNumberGeneration.otherwise',
    'quote.status',
    'taxMappings.codes.Z',
    'userMappings.users.someone',
  ];

  it('names all of them when a document is pushed, whether it needs the setting or not', async () => {
    expect(await faultsOf(bad)).to.deep.equal(places);
  });

  it('names that of a summary line together with all others', async () => {
    const opportunity = { ...bad.opportunity, lineHandling: 'summary', summaryPartNumber: '&DI_ItemType' };
    const faults = await faultsOf({ ...bad, opportunity });
    expect(faults).to.deep.equal([...places, 'opportunity.summaryPartNumber'].sort());
  });

  it('names the same when the connection is checked', async () => {
    const { findings } = await row.tenant.connect(
      row.state,
      (connection) => connection.doctor(),
      row.settings(bad),
    );
    const topics = findings.flatMap(({ level, topic }) =>
      level !== 'ok' && topic.includes('.') ? [topic] : [],
    );
    expect(topics.sort()).to.deep.equal(places);
    const warnings = findings.filter(({ level }) => level === 'warning').map(({ topic }) => topic);
    expect(warnings).to.include.members([
      'products.partNumberGeneration.byItemType.Labor',
      'products.partNumberGeneration.otherwise',
    ]);
  });

  it('says what there is instead', async () => {
    const [conflict] = await refusalOf(() =>
      row.push(row.document([known]), { productGroupMappings: { groups: { Labor: 'Labr' } } }),
    );
    expect(conflict?.candidates.map(({ name }) => name)).to.include.members(['Hardware', 'Labour']);
  });

  it('names a custom field that is required and empty, for new opportunities of that type', async () => {
    const tender = { defaults: { ticketType: 'Tender' } };
    const [conflict] = await refusalOf(() => row.push(row.document([known]), tender));
    expect(conflict).to.include({ about: 'dataLink.rows' });
    expect(conflict?.message).to.contain('CFTenderNumber');

    const rows = [{ on: 'save', object: 'opportunities', from: 'CustomText01', to: 'CFTenderNumber' }];
    const linked = { ...tender, dataLink: { rows } };
    expect(await faultsOf(linked)).to.deep.equal(['dataLink.rows.0']);
    const filled = row.document([known], { fields: { CustomText01: 'T-17' } });
    const { opportunity } = await row.push(filled, linked);
    expect(opportunity?.action).to.equal('created');
    await row.push(row.document([known], { name: 'Another name' }), linked);
  });

  describe('when what is remembered of a list is older than an hour', () => {
    async function goneAfterTwoHours(list: string, entity: string, name: string): Promise<void> {
      const entries = await row.tenant.connect(row.state, (connection) => connection.lookup(list));
      await row.tenant.delete(entity, Number(entries.find((entry) => entry.name === name)?.id));
      row.tenant.advance(2 * 3_600_000);
      await row.tenant.forgetRequests();
    }

    it('reads it again for the ticket type of a new opportunity', async () => {
      await row.push(row.document([known], { number: 'ROW0' }));
      await goneAfterTwoHours('ticketTypes', 'TicketType', 'Opportunity');
      expect(await faultsOf({})).to.deep.equal(['defaults.ticketType']);
    });

    it('reads it again for the product group of a new product', async () => {
      const pages = { productGroupMappings: { groups: { Product: 'Networking' } } };
      await row.push(row.document([known]), pages);
      await goneAfterTwoHours('productGroups', 'AssetGroup', 'Networking');
      expect(await faultsOf(pages, [fresh])).to.deep.equal(['productGroupMappings.groups.Product']);
    });

    it('asks for nothing again when no new record needs it', async () => {
      await row.push(row.document([known]));
      row.tenant.advance(2 * 3_600_000);
      await row.tenant.forgetRequests();
      await row.push(row.document([{ ...known, unitPrice: '11' }]));
      const paths = (await row.tenant.requests()).map(({ path }) => path);
      expect(paths.filter((path) => /TicketType|AssetGroup|Agent|FieldInfo/.test(path))).to.deep.equal([]);
    });
  });
});
